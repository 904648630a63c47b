package io.quantumleap.chat.analysis;

import io.quantumleap.chat.evidence.Source;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A score from 0 to 100, with the formula behind it.
 *
 * @param name the machine's name, such as {@code diversification_score}
 * @param number 0 to 100, or null when it cannot be had; read it through {@link #value()}
 * @param formula what it is computed from and how, or why it is missing, in one sentence
 * @param evidence the figures that it rests on
 */
public record Score(String name, @Nullable Double number, String formula, Source evidence) {

    /** Refuses missing parts. */
    public Score {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** The number, when it can be had. */
    public OptionalDouble value() {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
