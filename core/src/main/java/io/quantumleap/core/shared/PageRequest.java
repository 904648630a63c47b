package io.quantumleap.core.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of a list that is read front to back.
 *
 * @param limit how many rows at most, 1 to 200
 * @param cursor the {@link CursorPage#nextCursor()} of the page before, or null for the first page; read it through
 *     {@link #after()}
 */
public record PageRequest(int limit, @Nullable String cursor) {

    /** The most rows that one page may have. */
    public static final int MAX_LIMIT = 200;

    /** The rows of a page when the caller names no number. */
    public static final int DEFAULT_LIMIT = 50;

    /** Refuses a limit out of range. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidValueException("The limit must be between 1 and " + MAX_LIMIT + ".");
        }
    }

    /** The first page with as many rows. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    /** Where the page starts; empty for the first page. */
    public Optional<String> after() {
        return Optional.ofNullable(cursor);
    }
}
