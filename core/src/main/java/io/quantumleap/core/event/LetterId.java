package io.quantumleap.core.event;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one event on its way to one consumer.
 *
 * @param consumer the name of the consumer
 * @param position the place of the event in the outbox, from 1
 */
public record LetterId(String consumer, long position) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z-]{0,49})\\.([1-9][0-9]{0,17})");

    /** Refuses a nameless consumer and a place before the first. */
    public LetterId {
        if (consumer.isEmpty() || position < 1) {
            throw new InvalidValueException("A letter has a consumer and a place from 1.");
        }
    }

    /**
     * Reads the form of {@link #toString()}.
     *
     * @throws InvalidValueException if the text has any other form
     */
    public static LetterId parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new InvalidValueException("The id of a dead letter is a consumer, a dot and a number.");
        }
        return new LetterId(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** Consumer and place, such as {@code valuations.42}. */
    @Override
    public String toString() {
        return consumer + "." + position;
    }
}
