package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.FieldReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads the cells that a type has and refuses what stands in others. */
final class EntryCells {

    private static final Pattern ZERO = Pattern.compile("0+(\\.0+)?");

    private final TransactionType type;
    private final Columns columns;
    private final FieldReader reader;
    private final Set<String> found = new HashSet<>();

    EntryCells(TransactionType type, Columns columns, FieldReader reader) {
        this.type = type;
        this.columns = columns;
        this.reader = reader;
    }

    <T> Optional<T> read(String column, String text, BiFunction<String, String, Optional<T>> form) {
        if (!columns.has(column)) {
            if (!saysNothing(text)) {
                reader.refuse(
                        column,
                        "not-applicable",
                        "A row of type " + type.code() + " has no " + column + " here; leave it empty.");
            }
            return Optional.empty();
        }
        if (columns.required().contains(column)) {
            reader.require(column, text);
        }
        Optional<T> value = form.apply(column, text);
        value.ifPresent(present -> found.add(column));
        return value;
    }

    /** Brokers fill cells that do not apply with zeros; those do no harm. */
    private static boolean saysNothing(String text) {
        return text.isBlank() || ZERO.matcher(text.strip()).matches();
    }

    boolean complete() {
        return found.containsAll(columns.required());
    }
}
