package io.quantumleap.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "/, /, true",
        "/, /x, false",
        "/api/portfolio/{id}, /api/portfolio/42, true",
        "/api/portfolio/{id}, /api/portfolio, false",
        "/api/portfolio/{id}, /api/portfolio/42/lots, false",
        "/api/portfolio/{id}/lots, /api/portfolio/42/lots, true",
        "/api/market/prices/{symbol}, /api/market/prices/BRK.B, true",
        "/app/**, /app, true",
        "/app/**, /app/a/b.js, true",
        "/app/**, /application, false",
    })
    void matchesSegmentBySegment(String template, String path, boolean expected) {
        assertThat(new PathTemplate(template).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app//x",
                "/app/",
                "/app/../api/users",
                "/app/./x",
                "/app/x;y=z",
                "/app/%2e%2e/x",
                "/app/x\\y",
                "/app/\u0000",
                "/app/a b",
                "app/x",
                ""
            })
    void matchesNoSecondSpellingOfAPath(String path) {
        assertThat(new PathTemplate("/app/**").matches(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api", "/a//b", "/a/{B}", "/a/{b", "/**/a", "/a/b*"})
    void refusesWhatIsNoTemplate(String text) {
        assertThatThrownBy(() -> new PathTemplate(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsItsText() {
        assertThat(new PathTemplate("/api/users/{id}")).hasToString("/api/users/{id}");
    }
}
