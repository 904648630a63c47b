package io.quantumleap.security.account;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name that a person signs in with: 3 to 64 of {@code a-z 0-9 . _ - @}. */
public record Username(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9._@-]{3,64}");

    /**
     * Refuses any other form.
     *
     * @throws InvalidValueException if the form is wrong
     */
    public Username {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("A user name has 3 to 64 of the characters a-z 0-9 . _ - @.");
        }
    }

    /**
     * Reads what a person typed: case and spaces around it do not matter.
     *
     * @throws InvalidValueException if the form is wrong
     */
    public static Username parse(String typed) {
        return new Username(typed.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
