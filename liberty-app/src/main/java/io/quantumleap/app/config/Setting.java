package io.quantumleap.app.config;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the configuration's schema.
 *
 * @param name the whole name of the property
 * @param kind what a value must look like
 * @param standard the default, in which another setting may stand as {@code ${name}}; null where there is none
 * @param secret whether the value is never shown, and may come from a file
 * @param read when it is read
 * @param meaning what it does, in one sentence for operators
 */
public record Setting<T>(
        String name, Kind<T> kind, @Nullable String standard, boolean secret, Read read, String meaning) {

    /** Refuses missing parts and names that are not ours. */
    public Setting {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(meaning, "meaning");
        if (!name.matches("quantumleap\\.[a-z][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not the name of a setting: " + name);
        }
    }

    /** When a setting is read. */
    public enum Read {
        /** Once; a change needs a restart. */
        AT_START,
        /** Again and again; a change of its file takes effect while the server runs. */
        WHILE_RUNNING
    }

    /**
     * What values look like.
     *
     * @param words the form in words for the documentation
     * @param parse makes the value, or throws an {@link IllegalArgumentException} with the rest of a sentence such as
     *     {@code must be a whole number from 1 to 9}, which does not quote the value
     */
    public record Kind<T>(String words, Function<String, T> parse) {}

    /** A setting with a default. */
    static <T> Setting<T> of(String name, Kind<T> kind, String standard, String meaning) {
        return new Setting<>(name, kind, standard, false, Read.AT_START, meaning);
    }

    /** A setting without a default. */
    static <T> Setting<T> without(String name, Kind<T> kind, String meaning) {
        return new Setting<>(name, kind, null, false, Read.AT_START, meaning);
    }

    /** A secret; it has no default, ever. */
    static Setting<String> secret(String name, Kind<String> kind, Read read, String meaning) {
        return new Setting<>(name, kind, null, true, read, meaning);
    }

    /** The environment variable of the same meaning. */
    public String variable() {
        return variable(name);
    }

    /** The environment variable that names the file with the value. */
    public String fileVariable() {
        return variable() + "_FILE";
    }

    /** The environment variable for a property. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
