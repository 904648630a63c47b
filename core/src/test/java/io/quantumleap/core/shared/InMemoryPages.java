package io.quantumleap.core.shared;

import java.util.List;

/** Cuts a list into pages; the cursor is the place of the next row. */
public final class InMemoryPages {

    private InMemoryPages() {}

    /** One page of the list. */
    public static <T> CursorPage<T> page(List<T> all, PageRequest request) {
        int start = request.after().map(InMemoryPages::place).orElse(0);
        int end = Math.min(all.size(), start + request.limit());
        String next = end < all.size() ? Integer.toString(end) : null;
        return new CursorPage<>(all.subList(Math.min(start, end), end), next);
    }

    private static int place(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException malformed) {
            throw new InvalidValueException("The cursor is not one that a page handed out.");
        }
    }
}
