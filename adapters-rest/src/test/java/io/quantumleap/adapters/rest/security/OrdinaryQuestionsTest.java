package io.quantumleap.adapters.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.input.InputShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What clients ask every day must not fill the audit trail with attacks. */
class OrdinaryQuestionsTest {

    private static final List<Path> QUESTIONS = List.of(
            Path.of("src/test/resources/io/quantumleap/adapters/rest/chat/evaluation/questions.txt"),
            Path.of("../chat/src/test/resources/io/quantumleap/chat/analyst/questions.txt"));

    @Test
    void noneOfTheKnownQuestionsHasTheShapeOfAnAttack() {
        List<String> questions = QUESTIONS.stream()
                .flatMap(OrdinaryQuestionsTest::lines)
                .map(line -> line.replaceFirst(" \\|.*", ""))
                .toList();

        assertThat(questions).hasSizeGreaterThan(500);
        assertThat(questions)
                .filteredOn(question -> InputShape.of(question).isPresent())
                .isEmpty();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
