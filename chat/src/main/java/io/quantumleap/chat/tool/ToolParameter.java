package io.quantumleap.chat.tool;

import java.util.Objects;

/**
 * One thing that a tool can be told.
 *
 * @param name lower snake case
 * @param description what it means, for the model
 * @param type the form of its value
 * @param required whether a call without it is refused
 */
public record ToolParameter(String name, String description, Type type, boolean required) {

    /** The forms a value can have. */
    public enum Type {
        /** Any short text. */
        TEXT,
        /** An ISO date such as 2025-12-31. */
        DATE,
        /** A whole number of at least 1. */
        WHOLE_NUMBER
    }

    /** Refuses missing parts. */
    public ToolParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(type, "type");
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
