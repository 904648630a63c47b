package io.quantumleap.adapters.rest.csv;

import io.quantumleap.adapters.rest.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that a file may have, in any order.
 *
 * @param required those that must be there
 * @param optional those that may be left out
 */
public record CsvColumns(List<String> required, List<String> optional) {

    private static final int HEADER_LINE = 1;
    private static final int LONGEST_SHOWN = 64;

    /** Copies the lists. */
    public CsvColumns {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** What is wrong with a header. */
    List<FieldError> errors(List<String> header) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!required.contains(column) && !optional.contains(column)) {
                errors.add(error(shown(column), "unknown-column", unknown(column)));
            } else if (!seen.add(column)) {
                errors.add(error(column, "duplicate-column", "The column " + column + " is there twice."));
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                errors.add(error(column, "missing-column", "The column " + column + " is missing."));
            }
        }
        return errors;
    }

    private String unknown(String column) {
        String hint = column.indexOf(';') >= 0 || column.indexOf('\t') >= 0
                ? " Columns are separated by commas."
                : " Known columns are " + String.join(", ", required) + ", " + String.join(", ", optional) + ".";
        return "There is no such column." + hint;
    }

    private static FieldError error(String column, String code, String message) {
        return FieldError.inLine(HEADER_LINE, column, code, message);
    }

    private static String shown(String column) {
        return column.length() <= LONGEST_SHOWN ? column : column.substring(0, LONGEST_SHOWN) + "\u2026";
    }
}
