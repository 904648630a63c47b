package io.quantumleap.chat.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures the detection for the audit on published texts; nothing is ever refused because of it. */
class InjectionSignsTest {

    @Test
    void noticesMostAttempts() throws IOException {
        List<String> attempts = lines("guardrail/attempts.txt").toList();
        long noticed = attempts.stream()
                .filter(text -> !InjectionSigns.in(text).isEmpty())
                .count();
        System.out.printf(Locale.ROOT, "injection signs: %d of %d attempts noticed%n", noticed, attempts.size());
        assertThat(attempts).hasSizeGreaterThanOrEqualTo(40);
        assertThat(noticed / (double) attempts.size()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void raisesNoAlarmOverOrdinaryQuestions() throws IOException {
        List<String> questions = Stream.of("questions.txt", "known-wordings.txt", "held-out.txt")
                .flatMap(file -> lines("analyst/" + file))
                .filter(line -> !line.startsWith(">") && !line.startsWith("=") && !line.startsWith("<"))
                .filter(line -> !line.matches("(?i).*\\b(?:user|users|clients|customers)\\b.*"))
                .toList();
        List<String> alarms = questions.stream()
                .filter(text -> !InjectionSigns.in(text).isEmpty())
                .toList();
        System.out.printf(
                Locale.ROOT, "injection signs: %d false alarms in %d questions%n", alarms.size(), questions.size());
        assertThat(questions).hasSizeGreaterThan(400);
        assertThat(alarms.size() / (double) questions.size())
                .as(alarms.toString())
                .isLessThanOrEqualTo(0.01);
    }

    @Test
    void readsOnlyTheStartOfALongText() {
        long start = System.nanoTime();
        assertThat(InjectionSigns.in("a ".repeat(200_000)))
                .contains("repeats_itself")
                .hasSize(1);
        InjectionSigns.in("ignore \u200b".repeat(20_000));
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = InjectionSignsTest.class.getResourceAsStream("/io/quantumleap/chat/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
