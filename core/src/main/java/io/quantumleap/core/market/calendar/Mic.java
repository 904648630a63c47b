package io.quantumleap.core.market.calendar;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** A Market Identifier Code (ISO 10383) such as {@code XNYS}; only the form is checked, since the list grows every month. */
public record Mic(String value) implements Comparable<Mic> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}");

    /** Turns the text into upper case and refuses anything but four letters or digits. */
    public Mic {
        Objects.requireNonNull(value, "value");
        value = value.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "An exchange is a market identifier code of four letters or digits, such as XNYS or XETR.");
        }
    }

    @Override
    public int compareTo(Mic other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
