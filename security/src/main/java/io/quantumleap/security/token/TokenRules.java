package io.quantumleap.security.token;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What this installation asks of an access token.
 *
 * @param issuer the exact {@code iss}
 * @param audience the exact and only {@code aud}
 * @param algorithms the accepted values of {@code alg}
 * @param types the accepted values of {@code typ}, in lower case
 * @param maxLifetime the longest accepted {@code exp - iat}
 * @param clockTolerance how far the issuer's clock may be ahead of ours
 */
public record TokenRules(
        String issuer,
        String audience,
        Set<String> algorithms,
        Set<String> types,
        Duration maxLifetime,
        Duration clockTolerance) {

    /** The type of an access token after RFC 9068. */
    public static final String ACCESS_TOKEN_TYPE = "at+jwt";

    /** How far the clocks of two machines that are looked after may be apart. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private static final Set<String> ASYMMETRIC =
            Set.of("ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA");

    /** Copies the sets; refuses blank names, a symmetric algorithm and none at all. */
    public TokenRules {
        algorithms = Set.copyOf(algorithms);
        types = Set.copyOf(types);
        if (issuer.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("an issuer and an audience must be named");
        }
        if (algorithms.isEmpty() || !ASYMMETRIC.containsAll(algorithms)) {
            throw new IllegalArgumentException("only asymmetric signature algorithms can be accepted");
        }
        if (types.isEmpty() || maxLifetime.isNegative() || maxLifetime.isZero() || clockTolerance.isNegative()) {
            throw new IllegalArgumentException("a type and a positive lifetime must be given");
        }
        Objects.requireNonNull(clockTolerance, "clockTolerance");
    }

    /** The rules for tokens that this server signs itself. */
    public static TokenRules own(String issuer, String audience, Duration maxLifetime) {
        return new TokenRules(
                issuer, audience, Set.of("ES256"), Set.of(ACCESS_TOKEN_TYPE), maxLifetime, CLOCK_TOLERANCE);
    }
}
