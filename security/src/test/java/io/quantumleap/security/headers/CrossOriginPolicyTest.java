package io.quantumleap.security.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginPolicyTest {

    private final CrossOriginPolicy policy = new CrossOriginPolicy(Set.of(new Origin("https://desk.example.org")));

    @Test
    void isClosedUnlessOpened() {
        CrossOriginPolicy closed = new CrossOriginPolicy(Set.of());

        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.forAnswer("https://desk.example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://desk.example.org.evil.example",
                "https://evil.example",
                "http://desk.example.org",
                "null",
                "*",
                "https://desk.example.org:8443",
                "https://DESK.example.org",
                "https://desk.example.org/"
            })
    void admitsNoOriginThatOnlyLooksLikeIt(String origin) {
        assertThat(policy.forAnswer(origin)).isEmpty();
    }

    @Test
    void admitsTheExactOriginWithoutCookies() {
        assertThat(policy.forAnswer("https://desk.example.org"))
                .containsEntry("Access-Control-Allow-Origin", "https://desk.example.org")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "https://example.org/",
                "https://example.org/x",
                "example.org",
                "ftp://example.org",
                "https://user@example.org",
                "https://Example.org",
                "https://a.example,https://b.example",
                ""
            })
    void isConfiguredWithExactOriginsOnly(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin(text));
    }
}
