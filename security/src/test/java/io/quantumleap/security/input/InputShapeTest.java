package io.quantumleap.security.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
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
                "How risky is it, and what did it cost?"
            })
    void seesNothingInHonestText(String text) {
        assertThat(InputShape.of(text)).isEmpty();
    }

    @Test
    void isQuickOnAnyText() {
        String dull = "' or ".repeat(200_000) + "${".repeat(200_000);

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> InputShape.of(dull));
    }
}
