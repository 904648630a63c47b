package io.quantumleap.chat.evidence;

import java.util.Objects;

/**
 * A figure as an answer cites it.
 *
 * @param name what it is, such as {@code ACME weight}
 * @param value its value as people read it, such as {@code 23.41 %}
 */
public record CitedFigure(String name, String value) {

    /** Refuses missing parts. */
    public CitedFigure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
