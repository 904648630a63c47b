package io.quantumleap.security.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

    private final SecurityHeaders development = headers(false);
    private final SecurityHeaders production = headers(true);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/app/main.js", "/webjars/x/1/y.js", "/api/portfolio", "/nowhere", ""})
    void defendsEveryAnswer(String path) {
        assertThat(development.forPath(path, false))
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsKeys("Permissions-Policy", "Content-Security-Policy", "Cache-Control")
                .hasEntrySatisfying("Content-Security-Policy", policy -> assertThat(policy)
                        .contains("frame-ancestors 'none'", "default-src '")
                        .doesNotContain("unsafe-inline", "unsafe-eval", "*", "http:", "data:", "blob:"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/portfolio, no-store",
        "/api, no-store",
        "/index.html, no-cache",
        "/apiary, no-cache",
        "/app/main.js, no-cache"
    })
    void letsNobodyKeepWhatTheApiAnswers(String path, String caching) {
        assertThat(development.forPath(path, false)).containsEntry("Cache-Control", caching);
    }

    @Test
    void letsBrowsersKeepLibrariesWhoseAddressHasTheirVersion() {
        assertThat(development
                        .forPath("/webjars/uplot/1.6.30/dist/uPlot.esm.js", false)
                        .get("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void insistsOnTlsOnlyWhereThereIsTls() {
        Map<String, String> plain = development.forPath("/", false);
        assertThat(plain).doesNotContainKey("Strict-Transport-Security");
        assertThat(plain.get("Content-Security-Policy")).doesNotContain("upgrade-insecure-requests");

        assertThat(development.forPath("/", true)).containsKey("Strict-Transport-Security");
        assertThat(production.forPath("/api/portfolio", false)).containsKey("Strict-Transport-Security");
        assertThat(production.forError(false)).containsKey("Strict-Transport-Security");
    }

    @Test
    void keepsNoError() {
        assertThat(development.forError(false)).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void tellsBrowsersWhereToReport() {
        assertThat(development.forPath("/", false))
                .containsEntry("Reporting-Endpoints", "content=\"/api/security/content-reports\"")
                .hasEntrySatisfying("Content-Security-Policy", policy -> assertThat(policy)
                        .contains("report-uri /api/security/content-reports", "report-to content"));
    }

    @Test
    void refusesToForceTlsForLessThanAYear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransportPolicy(true, Duration.ofDays(30), false))
                .withMessageContaining("P365D");
        assertThat(new SecurityHeaders(new TransportPolicy(true, Duration.ofDays(365), true)).forPath("/", false))
                .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload");
    }

    private static SecurityHeaders headers(boolean alwaysTls) {
        return new SecurityHeaders(new TransportPolicy(alwaysTls, TransportPolicy.USUAL, false));
    }
}
