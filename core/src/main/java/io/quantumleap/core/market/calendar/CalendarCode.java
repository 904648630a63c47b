package io.quantumleap.core.market.calendar;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;
import java.util.Objects;

/** The name of a calendar: the code of an exchange, or {@code TARGET} for the euro's payment system. */
public record CalendarCode(String value) implements Comparable<CalendarCode> {

    private static final String TARGET_NAME = "TARGET";

    /** The days on which the euro is settled; exchange rates are measured by it. */
    public static final CalendarCode TARGET = new CalendarCode("TARGET");

    /** Turns the text into upper case and refuses what is neither. */
    public CalendarCode {
        Objects.requireNonNull(value, "value");
        value = value.toUpperCase(Locale.ROOT);
        if (!value.equals(TARGET_NAME)) {
            value = mic(value);
        }
    }

    /** The calendar of an exchange. */
    public static CalendarCode of(Mic exchange) {
        return new CalendarCode(exchange.value());
    }

    private static String mic(String text) {
        try {
            return new Mic(text).value();
        } catch (InvalidValueException notAMic) {
            throw new InvalidValueException("A calendar is named by a market identifier code such as XNYS, or TARGET.");
        }
    }

    @Override
    public int compareTo(CalendarCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
