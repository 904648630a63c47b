package io.quantumleap.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.token.TokenPart.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String USER = "01950000-0000-7000-8000-000000000001";
    private static final String SESSION = "01950000-0000-7000-8000-000000000002";
    private static final TokenRules RULES =
            TokenRules.own("https://issuer.example", "quantumleap", Duration.ofHours(1));

    private final TokenPolicy policy = new TokenPolicy(RULES);

    private static TokenValue text(String value) {
        return new TokenValue.Text(value);
    }

    private static TokenValue at(Duration fromNow) {
        return new TokenValue.Whole(NOW.plus(fromNow).getEpochSecond());
    }

    private static TokenValue texts(String... values) {
        return new TokenValue.Many(Stream.of(values).map(TokenPolicyTest::text).toList());
    }

    private static List<Member> goodHeader() {
        return List.of(
                new Member("alg", text("ES256")), new Member("typ", text("at+jwt")), new Member("kid", text("key")));
    }

    private static List<Member> goodClaims() {
        return List.of(
                new Member("iss", text("https://issuer.example")),
                new Member("aud", text("quantumleap")),
                new Member("sub", text(USER)),
                new Member("upn", text("anna")),
                new Member("sid", text(SESSION)),
                new Member("jti", text("token-1")),
                new Member("groups", texts("client", "adviser")),
                new Member("iat", at(Duration.ofMinutes(-1))),
                new Member("exp", at(Duration.ofMinutes(9))));
    }

    private static PresentedToken token(List<Member> header, List<Member> claims) {
        return new PresentedToken(600, new TokenPart(header, 1), new TokenPart(claims, 2));
    }

    private static UnaryOperator<List<Member>> with(String name, TokenValue value) {
        return members -> {
            List<Member> changed = new ArrayList<>(members);
            changed.removeIf(member -> member.name().equals(name));
            changed.add(new Member(name, value));
            return changed;
        };
    }

    private static UnaryOperator<List<Member>> without(String name) {
        return members ->
                members.stream().filter(member -> !member.name().equals(name)).toList();
    }

    private static UnaryOperator<List<Member>> twice(String name, TokenValue value) {
        return members -> Stream.concat(members.stream(), Stream.of(new Member(name, value)))
                .toList();
    }

    private static Arguments header(String why, UnaryOperator<List<Member>> change, TokenFault fault) {
        return Arguments.of(why, token(change.apply(goodHeader()), goodClaims()), fault);
    }

    private static Arguments claims(String why, UnaryOperator<List<Member>> change, TokenFault fault) {
        return Arguments.of(why, token(goodHeader(), change.apply(goodClaims())), fault);
    }

    static Stream<Arguments> badTokens() {
        PresentedToken good = token(goodHeader(), goodClaims());
        return Stream.of(
                Arguments.of("too long", new PresentedToken(4097, good.header(), good.claims()), TokenFault.TOO_LONG),
                Arguments.of(
                        "deep header",
                        new PresentedToken(600, new TokenPart(goodHeader(), 4), good.claims()),
                        TokenFault.TOO_DEEP),
                Arguments.of(
                        "deep claims",
                        new PresentedToken(600, good.header(), new TokenPart(goodClaims(), 4)),
                        TokenFault.TOO_DEEP),
                header("no signature", with("alg", text("none")), TokenFault.ALGORITHM),
                header("shared secret", with("alg", text("HS256")), TokenFault.ALGORITHM),
                header("another curve", with("alg", text("ES384")), TokenFault.ALGORITHM),
                header("other case", with("alg", text("es256")), TokenFault.ALGORITHM),
                header("no algorithm", without("alg"), TokenFault.ALGORITHM),
                header("algorithm twice", twice("alg", text("none")), TokenFault.NAMED_TWICE),
                header("id token", with("typ", text("JWT")), TokenFault.TYPE),
                header("no type", without("typ"), TokenFault.TYPE),
                header("refresh token", with("typ", text("rt+jwt")), TokenFault.TYPE),
                header("type is no text", with("typ", new TokenValue.Other()), TokenFault.TYPE),
                header("critical extension", with("crit", texts("exp")), TokenFault.HEADER_EXTENSION),
                header("empty critical extension", with("crit", texts()), TokenFault.HEADER_EXTENSION),
                header("own key", with("jwk", new TokenValue.Other()), TokenFault.HEADER_EXTENSION),
                header("own key set", with("jku", text("https://evil.example")), TokenFault.HEADER_EXTENSION),
                header("own certificate", with("x5c", texts("MII")), TokenFault.HEADER_EXTENSION),
                header("unencoded payload", with("b64", new TokenValue.Other()), TokenFault.HEADER_EXTENSION),
                header("compressed", with("zip", text("DEF")), TokenFault.HEADER_EXTENSION),
                header("no key id", without("kid"), TokenFault.KEY_ID),
                header("blank key id", with("kid", text(" ")), TokenFault.KEY_ID),
                claims("other issuer", with("iss", text("https://evil.example")), TokenFault.ISSUER),
                claims("issuer with slash", with("iss", text("https://issuer.example/")), TokenFault.ISSUER),
                claims("no issuer", without("iss"), TokenFault.ISSUER),
                claims("issuer list", with("iss", texts("https://issuer.example")), TokenFault.ISSUER),
                claims("other audience", with("aud", text("other")), TokenFault.AUDIENCE),
                claims("no audience", without("aud"), TokenFault.AUDIENCE),
                claims("more audiences", with("aud", texts("quantumleap", "other")), TokenFault.AUDIENCE),
                claims(
                        "audience twice in a list",
                        with("aud", texts("quantumleap", "quantumleap")),
                        TokenFault.AUDIENCE),
                claims("empty audience list", with("aud", texts()), TokenFault.AUDIENCE),
                claims("claim twice", twice("sub", text(USER)), TokenFault.NAMED_TWICE),
                claims("no subject", without("sub"), TokenFault.CLAIM),
                claims("blank subject", with("sub", text("")), TokenFault.CLAIM),
                claims("subject is no id", with("sub", text("admin")), TokenFault.CLAIM),
                claims("padded subject", with("sub", text(" " + USER)), TokenFault.CLAIM),
                claims("no session", without("sid"), TokenFault.CLAIM),
                claims("session is no id", with("sid", text("1")), TokenFault.CLAIM),
                claims("no token id", without("jti"), TokenFault.CLAIM),
                claims("no name", without("upn"), TokenFault.CLAIM),
                claims("no roles", without("groups"), TokenFault.CLAIM),
                claims("roles as text", with("groups", text("admin")), TokenFault.CLAIM),
                claims("unknown role", with("groups", texts("client", "root")), TokenFault.CLAIM),
                claims("role twice", with("groups", texts("client", "client")), TokenFault.CLAIM),
                claims(
                        "role is no text",
                        with("groups", new TokenValue.Many(List.of(new TokenValue.Other()))),
                        TokenFault.CLAIM),
                claims("no expiry", without("exp"), TokenFault.CLAIM),
                claims("expiry as text", with("exp", text("9999999999")), TokenFault.CLAIM),
                claims("expiry as fraction", with("exp", new TokenValue.Other()), TokenFault.CLAIM),
                claims("negative expiry", with("exp", new TokenValue.Whole(-1)), TokenFault.CLAIM),
                claims("expiry out of time", with("exp", new TokenValue.Whole(Long.MAX_VALUE)), TokenFault.CLAIM),
                claims("no issue time", without("iat"), TokenFault.CLAIM),
                claims("odd not-before", with("nbf", text("soon")), TokenFault.CLAIM),
                claims("expired just now", with("exp", at(Duration.ZERO)), TokenFault.EXPIRED),
                claims("expired before it began", with("exp", at(Duration.ofMinutes(-2))), TokenFault.EXPIRED),
                claims("issued later", with("iat", at(Duration.ofSeconds(6))), TokenFault.NOT_YET),
                claims("valid later", with("nbf", at(Duration.ofSeconds(6))), TokenFault.NOT_YET),
                claims("valid too long", with("exp", at(Duration.ofMinutes(60))), TokenFault.LIFETIME),
                claims("issued too long ago", with("iat", at(Duration.ofHours(-2))), TokenFault.LIFETIME));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void rejects(String why, PresentedToken token, TokenFault fault) {
        assertThat(policy.judge(token, NOW)).isEqualTo(new TokenVerdict.Rejected(fault));
    }

    @Test
    void acceptsATokenOfOurs() {
        assertThat(policy.judge(token(goodHeader(), goodClaims()), NOW))
                .isEqualTo(new TokenVerdict.Accepted(new AccessTokenClaims(
                        "https://issuer.example",
                        "quantumleap",
                        "token-1",
                        UserId.parse(USER),
                        "anna",
                        Set.of(Role.CLIENT, Role.ADVISER),
                        SessionId.parse(SESSION),
                        NOW.minusSeconds(60),
                        NOW.plusSeconds(540))));
    }

    @Test
    void acceptsTheAudienceAsAListOfOneAndTheTypeInFull() {
        PresentedToken token = token(
                with("typ", text("application/AT+JWT")).apply(goodHeader()),
                with("aud", texts("quantumleap")).apply(goodClaims()));

        assertThat(policy.judge(token, NOW)).isInstanceOf(TokenVerdict.Accepted.class);
    }

    @Test
    void acceptsAnIssuersClockThatIsALittleAhead() {
        PresentedToken token =
                token(goodHeader(), with("iat", at(Duration.ofSeconds(5))).apply(goodClaims()));

        assertThat(policy.judge(token, NOW)).isInstanceOf(TokenVerdict.Accepted.class);
    }

    @Test
    void cannotBeConfiguredToAcceptAWeakAlgorithm() {
        for (String weak : List.of("none", "HS256", "HS512", "RSA1_5", "")) {
            assertThatThrownBy(() -> new TokenRules(
                            "iss", "aud", Set.of("ES256", weak), Set.of("at+jwt"), Duration.ofHours(1), Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
