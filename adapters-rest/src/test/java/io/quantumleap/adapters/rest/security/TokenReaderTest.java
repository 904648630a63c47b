package io.quantumleap.adapters.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.token.PresentedToken;
import io.quantumleap.security.token.TokenPart.Member;
import io.quantumleap.security.token.TokenPolicy;
import io.quantumleap.security.token.TokenValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<PresentedToken> read(String header, String claims) {
        return TokenReader.read(new BearerToken(base64(header) + "." + base64(claims) + ".c2ln"));
    }

    @Test
    void keepsEveryDetail() {
        PresentedToken token = read(
                        "{\"alg\":\"ES256\",\"alg\":\"none\"}",
                        "{\"aud\":[\"a\",\"b\"],\"exp\":12,\"iat\":1.5,\"big\":123456789012345678901,\"flag\":true,\"deep\":{\"x\":[1]}}")
                .orElseThrow();

        assertThat(token.header().members())
                .containsExactly(
                        new Member("alg", new TokenValue.Text("ES256")),
                        new Member("alg", new TokenValue.Text("none")));
        assertThat(token.header().depth()).isEqualTo(1);
        assertThat(token.claims().members())
                .containsExactly(
                        new Member(
                                "aud",
                                new TokenValue.Many(List.of(new TokenValue.Text("a"), new TokenValue.Text("b")))),
                        new Member("exp", new TokenValue.Whole(12)),
                        new Member("iat", new TokenValue.Other()),
                        new Member("big", new TokenValue.Other()),
                        new Member("flag", new TokenValue.Other()),
                        new Member("deep", new TokenValue.Other()));
        assertThat(token.claims().depth()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}}",
                "{} {}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1e999999999}",
                "x",
                "{\"a\":01}"
            })
    void readsNothingButTwoObjects(String claims) {
        Optional<PresentedToken> token = read("{}", claims);

        assertThat(token.map(it -> it.claims().members())
                        .filter(members -> !members.isEmpty() && members.get(0).value() instanceof TokenValue.Whole))
                .isEmpty();
        if (!claims.contains("e999")) {
            assertThat(token).isEmpty();
        }
    }

    @Test
    void doesNotFollowDeepNesting() {
        String deep = "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}";

        assertThat(read("{}", deep)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer a.b",
                "Bearer aa.bb.cc.dd",
                "Bearer aa.bb.",
                "Bearer aa.bb.cc ",
                " Bearer aa.bb.cc",
                "Bearer  aa.bb.cc",
                "Bearer\taa.bb.cc",
                "Bearer aa.bb.cc, Bearer aa.bb.cc",
                "Basic YWxhZGRpbjpvcGVuc2VzYW1l",
                "Bearer aa.bb.c=",
                "Bearer aa.bb.cc\n",
                "Token aa.bb.cc",
                "aa.bb.cc"
            })
    void takesNoOtherFormOfHeader(String header) {
        assertThat(BearerToken.in(List.of(header))).isEmpty();
    }

    @Test
    void takesOneHeaderOfBearableLength() {
        assertThat(BearerToken.in(List.of("Bearer aa.bb.cc"))).contains(new BearerToken("aa.bb.cc"));
        assertThat(BearerToken.in(List.of("bearer aa.bb.cc"))).contains(new BearerToken("aa.bb.cc"));
        assertThat(BearerToken.in(List.of("Bearer aa.bb.cc", "Bearer aa.bb.cc")))
                .isEmpty();
        assertThat(BearerToken.in(List.of())).isEmpty();
        assertThat(BearerToken.in(List.of("Bearer aa.bb." + "c".repeat(TokenPolicy.LONGEST))))
                .isEmpty();
    }

    @Test
    void isNotPrinted() {
        assertThat(new BearerToken("aa.bb.cc")).hasToString("BearerToken[not shown]");
    }
}
