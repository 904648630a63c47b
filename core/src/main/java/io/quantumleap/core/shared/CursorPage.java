package io.quantumleap.core.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read front to back.
 *
 * @param items the rows of this page, in list order
 * @param cursor where the next page starts, or null on the last page; read it through {@link #nextCursor()}
 */
public record CursorPage<T>(List<T> items, @Nullable String cursor) {

    /** Copies the rows. */
    public CursorPage {
        items = List.copyOf(items);
    }

    /** The opaque text that asks for the next page; empty on the last page. */
    public Optional<String> nextCursor() {
        return Optional.ofNullable(cursor);
    }

    /** The same page with each row turned into another form. */
    public <R> CursorPage<R> map(Function<? super T, ? extends R> form) {
        return new CursorPage<>(items.stream().<R>map(form).toList(), cursor);
    }
}
