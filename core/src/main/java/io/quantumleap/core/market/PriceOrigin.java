package io.quantumleap.core.market;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where a price is from: a file that a person imported, or a provider by its name. What a person imported is corrected by
 * people only; a provider corrects what is its own.
 */
public record PriceOrigin(String name) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    /** A file that a person imported. */
    public static final PriceOrigin IMPORT = new PriceOrigin("import");

    /** Refuses anything but a short lower-case word. */
    public PriceOrigin {
        Objects.requireNonNull(name, "name");
        if (!FORM.matcher(name).matches()) {
            throw new InvalidValueException("A source of prices has 1 to 64 of the characters a-z 0-9 . -");
        }
    }

    /** Whether prices of this origin may take the place of prices of the other. */
    public boolean mayCorrect(PriceOrigin other) {
        return equals(IMPORT) || equals(other);
    }

    @Override
    public String toString() {
        return name;
    }
}
