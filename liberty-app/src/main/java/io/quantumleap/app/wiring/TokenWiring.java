package io.quantumleap.app.wiring;

import io.quantumleap.adapters.rest.security.NimbusTokenSigner;
import io.quantumleap.adapters.rest.security.PublishedKeys;
import io.quantumleap.adapters.rest.security.TokenVerifier;
import io.quantumleap.app.config.AuthSettings;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.security.session.LiveSessions;
import io.quantumleap.security.token.OpenIdProvider;
import io.quantumleap.security.token.RecogniseCaller;
import io.quantumleap.security.token.SigningKeys;
import io.quantumleap.security.token.TokenPolicy;
import io.quantumleap.security.token.TokenRules;
import io.quantumleap.security.token.port.TokenSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/** What a token is, who signs it and who is believed. */
@ApplicationScoped
public class TokenWiring {

    /** For the container. */
    public TokenWiring() {}

    /** What is asked of a token. */
    @Produces
    @Singleton
    TokenRules tokenRules(ServerSettings settings) {
        AuthSettings auth = settings.auth();
        return auth.foreignIssuer()
                ? new TokenRules(
                        auth.issuer(),
                        auth.audience(),
                        Set.of(auth.algorithm()),
                        Set.of(TokenRules.ACCESS_TOKEN_TYPE, "jwt"),
                        auth.maxTokenLifetime(),
                        TokenRules.CLOCK_TOLERANCE)
                : TokenRules.own(auth.issuer(), auth.audience(), auth.maxTokenLifetime());
    }

    /** Signing tokens. */
    @Produces
    @Singleton
    TokenSigner tokenSigner(SigningKeys keys) {
        return new NimbusTokenSigner(keys);
    }

    /** The public keys. */
    @Produces
    @Singleton
    PublishedKeys publishedKeys(SigningKeys keys) {
        return new PublishedKeys(keys);
    }

    /** Verifying signatures. */
    @Produces
    @Singleton
    TokenVerifier tokenVerifier(SigningKeys keys, ServerSettings settings) {
        AuthSettings auth = settings.auth();
        return auth.foreignIssuer()
                ? TokenVerifier.provider(URI.create(auth.jwksUrl()), auth.algorithm())
                : TokenVerifier.own(keys);
    }

    /** Knowing who calls. */
    @Produces
    @Singleton
    RecogniseCaller recogniseCaller(
            TokenRules rules, SigningKeys keys, LiveSessions sessions, ServerSettings settings, Clock clock) {
        AuthSettings auth = settings.auth();
        OpenIdProvider provider = new OpenIdProvider(auth.issuer(), auth.rolesClaim(), auth.roleMapping());
        return auth.foreignIssuer()
                ? RecogniseCaller.ofProvider(new TokenPolicy(rules, id -> true, provider), clock)
                : new RecogniseCaller(new TokenPolicy(rules, keys::accepts), sessions, clock);
    }
}
