package io.quantumleap.chat.tool;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a tool can be told.
 *
 * @param name lower snake case
 * @param description what it means, for the model
 * @param type the form of its value
 * @param required whether a call without it is refused
 * @param choices the values that a {@link Type#CHOICE} may have; empty for the other types
 */
public record ToolParameter(String name, String description, Type type, boolean required, List<String> choices) {

    /** The forms a value can have. */
    public enum Type {
        /** Any short text. */
        TEXT,
        /** An ISO date such as 2025-12-31. */
        DATE,
        /** A whole number of at least 1. */
        WHOLE_NUMBER,
        /** A decimal number such as -12.5. */
        NUMBER,
        /** One of a few words. */
        CHOICE
    }

    /** Refuses missing parts, and choices where there is nothing to choose. */
    public ToolParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(type, "type");
        choices = List.copyOf(choices);
        if (choices.isEmpty() == (type == Type.CHOICE)) {
            throw new IllegalArgumentException("Choices belong to a choice, and to nothing else: " + name);
        }
    }

    /** A parameter without choices. */
    public ToolParameter(String name, String description, Type type, boolean required) {
        this(name, description, type, required, List.of());
    }

    /** A parameter that may be left out. */
    public static ToolParameter optional(String name, Type type, String description) {
        return new ToolParameter(name, description, type, false);
    }

    /** A parameter that every call must give. */
    public static ToolParameter required(String name, Type type, String description) {
        return new ToolParameter(name, description, type, true);
    }
}
