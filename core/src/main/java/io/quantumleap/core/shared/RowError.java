package io.quantumleap.core.shared;

/**
 * One cell of a file that breaks a rule.
 *
 * @param line the line of the file where the row starts; the header is line 1; 0 when the file as a
 *     whole is at fault
 * @param column the column as the header names it; empty when the row as a whole is at fault
 * @param code a stable word for programs, such as {@code not-positive}
 * @param message one sentence for people
 */
public record RowError(int line, String column, String code, String message) {

    /** The error of a field, found on a line of a file. */
    public static RowError at(int line, FieldError error) {
        return new RowError(line, error.field(), error.code(), error.message());
    }
}
