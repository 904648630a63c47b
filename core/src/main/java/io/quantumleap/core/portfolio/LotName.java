package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Points at lots: by the day on which they were acquired, such as {@code 2024-03-01}, or by the external id of the
 * transaction that opened them.
 */
public record LotName(String value) {

    private static final String SEPARATOR = ";";
    private static final int MOST = 50;

    /** Refuses blank and over-long names and those with a semicolon. */
    public LotName {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > ExternalId.MAX_LENGTH || value.contains(SEPARATOR)) {
            throw new InvalidValueException(
                    "A lot is named by the day it was acquired or by the external id of its purchase.");
        }
    }

    /**
     * Reads names between semicolons, in the order in which their lots are to be taken.
     *
     * @throws InvalidValueException if one is malformed or there are more than 50
     */
    public static List<LotName> parse(String text) {
        List<LotName> names = Arrays.stream(text.split(SEPARATOR))
                .map(name -> new LotName(name.strip()))
                .toList();
        if (names.isEmpty() || names.size() > MOST) {
            throw new InvalidValueException("A transaction names between 1 and " + MOST + " lots.");
        }
        return names;
    }

    /** The text that {@link #parse} reads; empty for no name. */
    public static String text(List<LotName> names) {
        return names.stream().map(LotName::value).collect(Collectors.joining(SEPARATOR));
    }

    /** Whether it points at this lot. */
    public boolean matches(Lot lot) {
        return lot.acquired().toString().equals(value)
                || lot.name().filter(name -> name.value().equals(value)).isPresent();
    }
}
