package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.SharedServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityHeadersIT {

    private static final List<String> BANNERS = List.of("Server", "X-Powered-By", "$WSEP", "X-Runtime", "Via");

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/index.html, 200",
        "/app/main.js, 200",
        "/favicon.svg, 200",
        "/nowhere, 404",
        "/error-page, 404",
        "/WEB-INF/web.xml, 404",
        "/api/auth/jwks, 200",
        "/api/auth/me, 401",
        "/api/nowhere, 401",
        "/api, 401",
        "/health, 200",
        "/health/ready, 200",
        "/metrics, 200",
        "/openapi, 200"
    })
    void defendEveryAnswer(String path, int status) {
        Answer answer = SharedServer.running().client().get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src '", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(answer.header("Cross-Origin-Embedder-Policy")).isEqualTo("require-corp");
        assertThat(answer.header("X-Permitted-Cross-Domain-Policies")).isEqualTo("none");
        assertThat(answer.header("X-DNS-Prefetch-Control")).isEqualTo("off");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Cache-Control")).isNotEmpty();
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(answer.response().headers().map().keySet()).doesNotContainAnyElementsOf(BANNERS);
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/auth/jwks", "/api/auth/me", "/api/nowhere", "/nowhere"})
    void keepNothingOfTheApiAndNoError(String path) {
        assertThat(SharedServer.running().client().get(path).header("Cache-Control"))
                .isEqualTo("no-store");
    }
}
