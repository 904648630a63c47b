package io.quantumleap.adapters.rest.problem;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request or one cell of a file.
 *
 * @param field the field's name as in JSON, or the column
 * @param atLine the line of a file, 1 being the header; null when the request is no file; read it through {@link #line()}
 * @param code a stable word for programs, such as {@code not-positive}
 * @param message one sentence for people
 */
public record FieldError(String field, @Nullable Integer atLine, String code, String message) {

    /** Refuses missing parts. */
    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    /** An error in a field of a request. */
    public static FieldError of(String field, String code, String message) {
        return new FieldError(field, null, code, message);
    }

    /** An error in a line of a file. */
    public static FieldError inLine(int line, String field, String code, String message) {
        return new FieldError(field, line, code, message);
    }

    /** The line of the file, if it is one. */
    public Optional<Integer> line() {
        return Optional.ofNullable(atLine);
    }
}
