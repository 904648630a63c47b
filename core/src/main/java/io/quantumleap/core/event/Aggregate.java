package io.quantumleap.core.event;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.UUID;

/**
 * The thing whose events keep their order.
 *
 * @param kind what kind of thing
 * @param id which one of them
 */
public record Aggregate(String kind, String id) {

    /** The prices of the installation, which change one file after the other. */
    public static final Aggregate PRICES = new Aggregate("prices", "all");

    private static final int LONGEST = 100;

    /** Refuses empty and overlong parts. */
    public Aggregate {
        if (kind.isEmpty() || kind.indexOf(':') >= 0 || id.isEmpty() || kind.length() + id.length() > LONGEST) {
            throw new InvalidValueException("An aggregate has a kind without a colon and an id, both short.");
        }
    }

    /** A portfolio with its ledger. */
    public static Aggregate portfolio(UUID id) {
        return new Aggregate("portfolio", id.toString());
    }

    /** Kind and id in one text. */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
