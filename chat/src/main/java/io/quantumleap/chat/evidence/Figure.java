package io.quantumleap.chat.evidence;

import java.util.Objects;

/**
 * One value that a tool read or computed.
 *
 * @param name the machine's name, lower snake case, unique within its row or result
 * @param label the name for people, lower case unless it is a proper name
 * @param value the value with its unit
 */
public record Figure(String name, String label, FigureValue value) {

    /** Refuses missing parts. */
    public Figure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }

    /** The value as people read it. */
    public String display() {
        return value.display();
    }
}
