package io.quantumleap.app.config;

import io.quantumleap.security.headers.Origin;
import io.quantumleap.security.headers.TransportPolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The defaults that are handy on one's own machine and unsafe for other people's money. */
final class ProductionRules {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ENCRYPTED = Pattern.compile("[?&]sslmode=(require|verify-ca|verify-full)(&|$)");
    private static final Pattern ON_THIS_MACHINE =
            Pattern.compile("jdbc:postgresql:(//(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/.*|[^/].*)");

    private final List<Fault> broken = new ArrayList<>();

    private ProductionRules() {}

    /** One sentence for each rule that the settings break, with what to set instead. */
    static List<Fault> brokenBy(ServerSettings settings) {
        ProductionRules rules = new ProductionRules();
        rules.checkWeb(settings.web());
        rules.checkDatabase(settings);
        rules.checkAuth(settings.auth());
        rules.checkChat(settings);
        return List.copyOf(rules.broken);
    }

    /** What is wrong with a password of the database. */
    static List<Fault> brokenByPassword(String password, String username) {
        ProductionRules rules = new ProductionRules();
        rules.checkPassword(password, username);
        return List.copyOf(rules.broken);
    }

    private void checkWeb(WebSettings web) {
        if (!web.origins().stream().allMatch(Origin::isSecure)) {
            add(
                    FaultClass.PERMISSIVE_BROWSER,
                    "In production mode quantumleap.http.cors-origins must be https origins, or anybody on the way could"
                            + " use the API.");
        }
        if (web.tlsRemembered().compareTo(TransportPolicy.YEAR) < 0) {
            add(
                    FaultClass.PERMISSIVE_BROWSER,
                    "In production mode quantumleap.http.tls-remembered must be P365D or longer.");
        }
    }

    private void checkDatabase(ServerSettings settings) {
        settings.database()
                .ifPresentOrElse(
                        this::checkExternal,
                        () -> add(
                                FaultClass.DEVELOPMENT_ONLY,
                                "In production mode the embedded database is refused: set quantumleap.database.url,"
                                        + " .username and .password."));
    }

    private void checkExternal(ExternalDatabase database) {
        checkPassword(database.password().value(), database.username());
        if (!ON_THIS_MACHINE.matcher(database.url()).matches()
                && !ENCRYPTED.matcher(database.url()).find()) {
            add(
                    FaultClass.PLAIN_TEXT_URL,
                    "In production mode the way to another machine must be encrypted: add sslmode=verify-full (or"
                            + " verify-ca, require) to quantumleap.database.url.");
        }
    }

    private void checkPassword(String password, String username) {
        if (WeakSecrets.isDefault(password) || password.equalsIgnoreCase(username)) {
            add(
                    FaultClass.WEAK_SECRET,
                    "In production mode quantumleap.database.password must not be a well-known default or the user"
                            + " name.");
        } else if (WeakSecrets.isThin(password)) {
            add(
                    FaultClass.WEAK_SECRET,
                    "In production mode quantumleap.database.password must have at least " + WeakSecrets.shortest()
                            + " characters, and not the same few again and again.");
        }
    }

    private void checkAuth(AuthSettings auth) {
        if (!isHttps(auth.issuer())) {
            add(
                    FaultClass.PLAIN_TEXT_URL,
                    "In production mode quantumleap.auth.issuer must be an https URL: the address by which people"
                            + " reach this server, or that of the OpenID provider.");
        }
        if (auth.foreignIssuer() && !isHttps(auth.jwksUrl())) {
            add(FaultClass.PLAIN_TEXT_URL, "In production mode quantumleap.auth.jwks-url must be an https URL.");
        }
        if (auth.secureCookie() == AuthSettings.SecureCookie.NEVER) {
            add(
                    FaultClass.PERMISSIVE_BROWSER,
                    "In production mode quantumleap.auth.secure-cookie must not be never, or the refresh cookie"
                            + " travels without TLS.");
        }
    }

    private void checkChat(ServerSettings settings) {
        settings.market().provider().ifPresent(provider -> {
            if (!isHttps(provider.baseUrl()) && !isOnThisMachine(provider.baseUrl())) {
                add(
                        FaultClass.PLAIN_TEXT_URL,
                        "In production mode " + MarketSchema.BASE_URL.name()
                                + " must be an https URL, since the key goes there.");
            }
            if (WeakSecrets.isDefault(provider.apiKey().value())) {
                add(
                        FaultClass.WEAK_SECRET,
                        "In production mode " + MarketSchema.API_KEY.name() + " must not be a placeholder.");
            }
        });
        settings.chat().providers().forEach(model -> {
            String prefix = "quantumleap.chat." + model.format().code();
            if (!isHttps(model.baseUrl()) && !isOnThisMachine(model.baseUrl())) {
                add(
                        FaultClass.PLAIN_TEXT_URL,
                        "In production mode " + prefix + ".base-url must be an https URL, since customers'"
                                + " questions go there.");
            }
            if (model.apiKey().map(Secret::value).filter(WeakSecrets::isDefault).isPresent()) {
                add(FaultClass.WEAK_SECRET, "In production mode " + prefix + ".api-key must not be a placeholder.");
            }
        });
    }

    private void add(FaultClass kind, String sentence) {
        broken.add(Fault.of(kind, sentence));
    }

    private static boolean isHttps(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    private static boolean isOnThisMachine(String url) {
        String host = URI.create(url).getHost();
        return host != null && LOOPBACK.contains(host);
    }
}
