package io.quantumleap.core.valuation;

import java.util.List;
import java.util.function.Function;

/** Something that could be valued, or the prices that it would take. */
public sealed interface Valued<T> {

    /** It could be valued. */
    record Known<T>(T value) implements Valued<T> {

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> known, Function<? super List<MissingPrice>, ? extends R> not) {
            return known.apply(value);
        }
    }

    /** It could not be valued: these prices are missing. Nothing was put in their place. */
    record Unmeasurable<T>(List<MissingPrice> missing) implements Valued<T> {

        /** Copies the list. */
        public Unmeasurable {
            missing = List.copyOf(missing);
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> known, Function<? super List<MissingPrice>, ? extends R> not) {
            return not.apply(missing);
        }
    }

    /** Handles both outcomes. */
    <R> R fold(Function<? super T, ? extends R> known, Function<? super List<MissingPrice>, ? extends R> unmeasurable);

    /** The same outcome with the value turned into another form. */
    default <R> Valued<R> map(Function<? super T, ? extends R> form) {
        return fold(value -> new Known<R>(form.apply(value)), missing -> new Unmeasurable<R>(missing));
    }
}
