package io.quantumleap.security.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentReportTest {

    @Test
    void keepsNoQueryNoFragmentAndNoUser() {
        ContentReport report = ContentReport.of(
                "script-src-elem", "https://evil.example/x.js?token=abc", "https://desk.example.org/page?user=anna#x");

        assertThat(report).isEqualTo(new ContentReport("script-src-elem", "https://evil.example", "/page"));
    }

    @Test
    void keepsNothingThatCouldRunWhereItIsShown() {
        ContentReport report =
                ContentReport.of("<script>alert(1)</script>", "javascript:alert('x')", "not a uri \"><img>");

        assertThat(report.toString()).doesNotContain("<", ">", "'", "\"", "(");
    }

    @Test
    void keepsWordsAndShortensTheRest() {
        assertThat(ContentReport.of("style-src 'self'", "inline", "").blocked()).isEqualTo("inline");
        assertThat(ContentReport.of("x".repeat(5_000), "", "").directive()).hasSize(100);
    }
}
