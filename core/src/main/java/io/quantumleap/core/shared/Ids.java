package io.quantumleap.core.shared;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads UUIDs strictly: {@link UUID#fromString} alone accepts shortened forms, so one object would have many names. */
public final class Ids {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /**
     * Reads a UUID in its 36-character form.
     *
     * @param what the noun to name in the error
     * @throws InvalidValueException if the text has any other form
     */
    public static UUID parse(String what, String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new InvalidValueException("The " + what + " is not a UUID.");
        }
        return UUID.fromString(text);
    }
}
