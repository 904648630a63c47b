package io.quantumleap.security.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "<script>alert(1)</script>~SCRIPT",
                "<img src=x onerror=alert(1)>~SCRIPT",
                "' OR '1'='1~SQL",
                "1 UNION SELECT password~SQL",
                "1 AND benchmark (5000000, md5(1))~SQL",
                "1; SELECT pg_sleep(5)~SQL",
                "1 WAITFOR  DELAY '0:0:5'~SQL",
                "../../etc/hosts~PATH",
                "${jndi:ldap://x}~EXPRESSION",
                "; cat /tmp/x~COMMAND",
                "<!DOCTYPE a>~ENTITY",
                "a%0d%0aSet-Cookie: x~CONTROL"
            })
    void namesTheShape(String text, InputShape shape) {
        assertThat(InputShape.of(text)).contains(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "AT&T <T>",
                "a < b",
                "Retirement (2030) - 50% bonds",
                "Select & Union Partners",
                "Drop-in and sleep",
                "Did I beat my benchmark?",
                "How do I compare with the benchmark (SYN.INDEX)?",
                "How risky is it, and what did it cost?"
            })
    void seesNothingInHonestText(String text) {
        assertThat(InputShape.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/app/..%2fWEB-INF/web.xml, PATH",
        "/api/%2e%2e/users, PATH",
        "/api/..;/ops/keys, PATH",
        "/api/%252e%252e/users, PATH",
        "/app/%c0%ae%c0%ae/web.xml, PATH",
        "/api/portfolio?q=%3Cscript%3Ealert(1)%3C/script%3E, SCRIPT",
        "/api/portfolio?limit=1%27%20OR%201=1, SQL",
        "/api/portfolio?q=1+UNION+SELECT+password, SQL",
        "/api/portfolio?q=1;sleep(5), SQL",
        "/api/portfolio?q=$%7Bjndi:ldap://x%7D, EXPRESSION",
        "/api/portfolio?q=%24%7B7*7%7D, EXPRESSION",
        "/api/users%00, CONTROL",
        "/api/portfolio?q=a%0d%0aSet-Cookie:x, CONTROL"
    })
    void namesTheShapeOfAnAddressHoweverItIsWritten(String address, InputShape shape) {
        assertThat(InputShape.ofAddress(address)).contains(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/portfolio?limit=50&cursor=MjAyNi0wMS0wMQ",
                "/webjars/uplot/1.6.30/dist/uPlot.esm.js",
                "/api/market/prices/BRK.B?from=2020-01-01",
                "/api/ops/audit?since=2026-01-31T09:30:00Z",
                "/api/ai/performance-analytics?portfolio_id=0190&points=500&benchmark=SYN.INDEX",
                "/api/market/prices/OR",
                "/api/market/prices/UNION",
                "/api/market/prices/100%"
            })
    void takesOrdinaryAddressesForWhatTheyAre(String address) {
        assertThat(InputShape.ofAddress(address)).isEmpty();
    }

    @Test
    void looksNoFurtherThanTheLimit() {
        String dull = "a".repeat(InputShape.LONGEST);

        assertThat(InputShape.of(dull + "<script>")).isEmpty();
        assertThat(InputShape.of(dull.substring(8) + "<script>")).contains(InputShape.SCRIPT);
    }

    /** The limit is a net: a pattern that grows with the square of the text would take minutes, not moments. */
    @Test
    @Timeout(60)
    void comesToAnEndOnTextThatIsMadeToBeSlow() {
        assertThat(InputShape.of("' or ".repeat(4_000))).isEmpty();
        assertThat(InputShape.of("${".repeat(10_000))).isEmpty();
        assertThat(InputShape.of("< ".repeat(10_000))).isEmpty();
    }
}
