package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.SharedServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into the field Authorization to get by it, most of it around a token that is genuine. */
class AuthorizationFieldIT {

    private static final String ROUTE = "/api/auth/me";
    private static final String GENUINE = People.token(People.person("client"));

    /** In place of a token. */
    private static final List<String> TOKENS = List.of(
            "' OR '1'='1",
            "1; DROP TABLE account--",
            "x' UNION SELECT 1--",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "\"><svg/onload=alert(1)>",
            "; cat /etc/passwd",
            "| id",
            "`id`",
            "$(id)",
            "$HOME",
            "../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "%2e%2e%2fetc%2fpasswd",
            "%252e%252e%252f",
            "file:///etc/passwd",
            "http://localhost/api/auth/jwks",
            "data:text/plain,admin",
            "{\"admin\":true}",
            "{\"$gt\":\"\"}",
            "[object Object]",
            "${7*7}",
            "{{7*7}}",
            "<%= 7*7 %>",
            "#{7*7}",
            "${jndi:ldap://localhost/x}",
            "*)(uid=*))(|(uid=*",
            "admin*",
            "/* comment */",
            "<!-- comment -->",
            "# comment",
            "null",
            "undefined",
            "true",
            "NaN",
            "0",
            "-1",
            "admin",
            "admin:admin",
            "a",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "....",
            "..",
            ".",
            "-",
            "\u0000",
            "\u0001\u0002",
            "\u200b",
            "\ufeff",
            "\u00ad",
            "\ud83d\ude42");

    /** Around or into a genuine one. */
    private static final List<UnaryOperator<String>> DISGUISES = List.of(
            token -> "Bearer\t" + token,
            token -> "Bearer  " + token,
            token -> "Bearer " + token + " x",
            token -> "Bearer " + token + ",Bearer " + token,
            token -> "Bearer " + token + ";",
            token -> "Bearer " + token + "\u0000",
            token -> "Bearer " + token + "%00",
            token -> "Bearer " + token + "%0d%0a",
            token -> "Bearer \u200b" + token,
            token -> "Bearer \ufeff" + token,
            token -> "Bearer " + token + "\u200b",
            token -> "Bearer \"" + token + "\"",
            token -> "Bearer '" + token + "'",
            token -> "Bearer <" + token + ">",
            token -> "Bearer token=" + token,
            token -> "Bearer " + token.replace(".", "%2e"),
            token -> "Bearer " + token.replace(".", "\u3002"),
            token -> "Bearer %" + hex(token),
            token -> "Bearer " + token.substring(0, 20) + " " + token.substring(20),
            token -> "Bearer" + token,
            token -> "Bearer:" + token,
            token -> "Bearer=" + token,
            token -> "Bearer, " + token,
            token -> "Token " + token,
            token -> "JWT " + token,
            token -> "OAuth " + token,
            token -> "DPoP " + token,
            token -> "Negotiate " + token,
            token -> "Digest username=\"admin\", response=\"" + token + "\"",
            token -> "Basic " + token,
            token -> "Basic YWRtaW46YWRtaW4=",
            token -> token,
            token -> "",
            token -> " ",
            token -> "Bearer",
            token -> "Bearer ");

    private static String hex(String text) {
        return HexFormat.ofDelimiter("%").withPrefix("").formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Stream<String> fields() {
        List<String> fields = new ArrayList<>();
        TOKENS.forEach(token -> fields.add("Bearer " + token));
        DISGUISES.forEach(disguise -> fields.add(disguise.apply(GENUINE)));
        fields.add("Bearer " + "x".repeat(10_000));
        fields.add("Bearer " + GENUINE + "x".repeat(10_000));
        return fields.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void opensNothing(String value) {
        RawHttp.Answer answer =
                new RawHttp(SharedServer.running()).send("GET " + ROUTE + " HTTP/1.1", "Authorization: " + value);

        // What is no HTTP at all, the server refuses before it looks for anybody.
        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 431);
        assertThat(answer.text()).doesNotContain("\"username\"");
    }

    /** One field ends where a line ends; the rest is another field, or another request on the same connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nX-User-ID: admin",
                "x\nX-User-ID: admin",
                "x\r\nCookie: ql_refresh=x",
                "x\r\nSet-Cookie: ql_refresh=x",
                "x\r\n\r\nGET /api/users HTTP/1.1\r\nHost: localhost",
                "x\u0000y",
                "x\r\n Bearer admin"
            })
    void isNotLeftByALineBreak(String value) {
        RawHttp.Answer answer = new RawHttp(SharedServer.running())
                .send("GET " + ROUTE + " HTTP/1.1", "Authorization: Bearer " + value);

        assertThat(answer.status()).as(answer.text()).isIn(400, 401);
        assertThat(answer.text()).doesNotContain("\"username\"", "Set-Cookie", "HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization", "AUTHORIZATION", "aUtHoRiZaTiOn"})
    void isOneFieldHoweverItIsSpelled(String name) {
        RawHttp http = new RawHttp(SharedServer.running());

        assertThat(http.send("GET " + ROUTE + " HTTP/1.1", name + ": Bearer " + GENUINE)
                        .status())
                .isEqualTo(200);
        assertThat(http.send(
                                "GET " + ROUTE + " HTTP/1.1",
                                name + ": Bearer " + GENUINE,
                                "Authorization: Bearer " + GENUINE)
                        .status())
                .as("and once only")
                .isEqualTo(401);
    }
}
