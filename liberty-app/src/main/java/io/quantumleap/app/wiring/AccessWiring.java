package io.quantumleap.app.wiring;

import io.quantumleap.adapters.rest.marketing.OwaspHtmlSanitizer;
import io.quantumleap.adapters.rest.security.LoggedSuspicions;
import io.quantumleap.adapters.rest.security.RefreshCookie;
import io.quantumleap.app.config.AuthSettings;
import io.quantumleap.app.config.Mode;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.access.ServerAccess;
import io.quantumleap.security.headers.SecurityHeaders;
import io.quantumleap.security.headers.TransportPolicy;
import io.quantumleap.security.input.port.Suspicions;
import io.quantumleap.security.richtext.port.HtmlSanitizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Who may use which route, and what goes with every answer. */
@ApplicationScoped
public class AccessWiring {

    private static final String SUSPICIONS = "quantumleap_attack_shaped_inputs";

    /** For the container. */
    public AccessWiring() {}

    /** Who may use which route. */
    @Produces
    @Singleton
    AccessRules accessRules() {
        return ServerAccess.rules();
    }

    /** Input that looks like an attack. */
    @Produces
    @Singleton
    Suspicions suspicions(MetricRegistry metrics) {
        return new LoggedSuspicions(shape ->
                metrics.counter(SUSPICIONS, new Tag("shape", shape.code())).inc());
    }

    /** What may stay in the messages that marketing writes. */
    @Produces
    @Singleton
    HtmlSanitizer htmlSanitizer() {
        return new OwaspHtmlSanitizer();
    }

    /** What goes with every answer. */
    @Produces
    @Singleton
    SecurityHeaders securityHeaders(ServerSettings settings) {
        return new SecurityHeaders(new TransportPolicy(
                isBehindTls(settings),
                settings.web().tlsRemembered(),
                settings.web().tlsPreload()));
    }

    /** How the refresh cookie is set. */
    @Produces
    @Singleton
    RefreshCookie refreshCookie(ServerSettings settings) {
        AuthSettings.SecureCookie secure = settings.auth().secureCookie();
        return new RefreshCookie(secure == AuthSettings.SecureCookie.ALWAYS
                || (secure == AuthSettings.SecureCookie.AUTO && isBehindTls(settings)));
    }

    /** In production the issuer is an https address, checked at start, so browsers never come here over plain HTTP. */
    private static boolean isBehindTls(ServerSettings settings) {
        return settings.mode() == Mode.PRODUCTION;
    }
}
