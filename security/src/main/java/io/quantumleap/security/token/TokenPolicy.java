package io.quantumleap.security.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Everything that a token must satisfy beyond a good signature. Whoever verifies the signature (the server's library) may be
 * lenient; this is not. A pure function: the same token at the same moment gets the same verdict.
 */
public final class TokenPolicy {

    /** The longest compact form that is looked at. */
    public static final int LONGEST = 4096;

    /** The deepest nesting that is looked at: an object with lists in it. */
    public static final int DEEPEST = 3;

    private static final long LATEST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** Header parameters by which a token would bring its own key, its own rules or another encoding. */
    private static final List<String> EXTENSIONS =
            List.of("crit", "jwk", "jku", "x5u", "x5c", "b64", "zip", "enc", "epk");

    private record Check(TokenFault fault, BiPredicate<PresentedToken, Instant> fails) {}

    private final TokenRules rules;
    private final Predicate<String> knownKey;
    private final IssuerProfile profile;
    private final List<Check> checks = List.of(
            new Check(TokenFault.TOO_LONG, (token, now) -> token.length() > LONGEST),
            new Check(
                    TokenFault.TOO_DEEP,
                    (token, now) ->
                            Math.max(token.header().depth(), token.claims().depth()) > DEEPEST),
            new Check(
                    TokenFault.NAMED_TWICE,
                    (token, now) ->
                            token.header().namesTwice() || token.claims().namesTwice()),
            new Check(TokenFault.ALGORITHM, (token, now) -> !hasAcceptedAlgorithm(token)),
            new Check(TokenFault.TYPE, (token, now) -> !hasAcceptedType(token)),
            new Check(TokenFault.HEADER_EXTENSION, (token, now) -> EXTENSIONS.stream()
                    .anyMatch(token.header()::has)),
            new Check(TokenFault.KEY_ID, (token, now) -> !hasKnownKey(token)),
            new Check(TokenFault.ISSUER, (token, now) -> !isIssuer(token)),
            new Check(TokenFault.AUDIENCE, (token, now) -> !isAudience(token)),
            new Check(TokenFault.CLAIM, (token, now) -> claims(token).isEmpty()),
            new Check(TokenFault.EXPIRED, (token, now) -> !now.isBefore(moment(token, "exp"))),
            new Check(TokenFault.NOT_YET, (token, now) -> isFromTheFuture(token, now)),
            new Check(TokenFault.LIFETIME, (token, now) -> livesTooLong(token)));

    /** A policy with these rules that leaves it to whoever verifies the signature which keys there are. */
    public TokenPolicy(TokenRules rules) {
        this(rules, id -> true);
    }

    /**
     * A policy for tokens of our own.
     *
     * @param knownKey whether this is the id of a key whose signatures are accepted now
     */
    public TokenPolicy(TokenRules rules, Predicate<String> knownKey) {
        this(rules, knownKey, new OwnIssuer());
    }

    /** A policy for tokens of this kind of issuer. */
    public TokenPolicy(TokenRules rules, Predicate<String> knownKey, IssuerProfile profile) {
        this.rules = rules;
        this.knownKey = knownKey;
        this.profile = profile;
    }

    /** Judges a token at a moment. */
    public TokenVerdict judge(PresentedToken token, Instant now) {
        for (Check check : checks) {
            if (check.fails().test(token, now)) {
                return new TokenVerdict.Rejected(check.fault());
            }
        }
        return claims(token)
                .<TokenVerdict>map(TokenVerdict.Accepted::new)
                .orElseGet(() -> new TokenVerdict.Rejected(TokenFault.CLAIM));
    }

    private boolean hasAcceptedAlgorithm(PresentedToken token) {
        return token.header().text("alg").filter(rules.algorithms()::contains).isPresent();
    }

    /** RFC 7515 lets a type stand with or without {@code application/}, in any case. */
    private boolean hasAcceptedType(PresentedToken token) {
        return token.header()
                .text("typ")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .map(type -> type.startsWith("application/") ? type.substring("application/".length()) : type)
                .filter(rules.types()::contains)
                .isPresent();
    }

    private boolean hasKnownKey(PresentedToken token) {
        return token.header().text("kid").filter(knownKey).isPresent();
    }

    private boolean isIssuer(PresentedToken token) {
        return token.claims().text("iss").filter(rules.issuer()::equals).isPresent();
    }

    private boolean isAudience(PresentedToken token) {
        return profile.isFor(token.claims(), rules.audience());
    }

    private boolean isFromTheFuture(PresentedToken token, Instant now) {
        Instant tolerated = now.plus(rules.clockTolerance());
        boolean notYet = token.claims().has("nbf") && moment(token, "nbf").isAfter(tolerated);
        return notYet || moment(token, "iat").isAfter(tolerated);
    }

    private boolean livesTooLong(PresentedToken token) {
        Duration lifetime = Duration.between(moment(token, "iat"), moment(token, "exp"));
        return lifetime.isNegative() || lifetime.compareTo(rules.maxLifetime()) > 0;
    }

    private Optional<AccessTokenClaims> claims(PresentedToken token) {
        TokenPart claims = token.claims();
        boolean timed =
                isMoment(claims, "exp") && isMoment(claims, "iat") && (!claims.has("nbf") || isMoment(claims, "nbf"));
        return timed
                ? profile.identity(claims)
                        .map(identity -> new AccessTokenClaims(
                                rules.issuer(),
                                rules.audience(),
                                identity.tokenId(),
                                identity.subject(),
                                identity.username(),
                                identity.roles(),
                                identity.session(),
                                moment(token, "iat"),
                                moment(token, "exp")))
                : Optional.empty();
    }

    private static boolean isMoment(TokenPart claims, String name) {
        return claims.whole(name)
                .filter(second -> second >= 0 && second <= LATEST_SECOND)
                .isPresent();
    }

    private static Instant moment(PresentedToken token, String name) {
        return Instant.ofEpochSecond(token.claims().whole(name).orElseThrow());
    }
}
