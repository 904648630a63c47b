package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which instruments have turned into one another so far, while steps are played: what one of them lost, the others may
 * miss. Remembers of each family the last new steps, and whether anything can still be told of it. Not safe for use by
 * many threads.
 */
final class Families {

    private final Map<Symbol, Symbol> parents = new HashMap<>();
    private final Map<Symbol, Recent> recent = new HashMap<>();
    private final Set<Symbol> broken = new HashSet<>();
    private int count;

    /** A new step, and its place among those that were taken, from 1. */
    private record Placed(int place, Step step) {

        static @Nullable Placed later(@Nullable Placed one, @Nullable Placed other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.place() > other.place() ? one : other;
        }
    }

    /** The last new step of all, and the last that took something away. */
    private record Recent(@Nullable Placed any, @Nullable Placed taking) {

        static Recent later(Recent one, Recent other) {
            return new Recent(Placed.later(one.any, other.any), Placed.later(one.taking, other.taking));
        }
    }

    /** From now on these are of one family. */
    void join(Symbol one, Symbol other) {
        Symbol root = root(one);
        Symbol child = root(other);
        if (!root.equals(child)) {
            parents.put(child, root);
            Optional.ofNullable(recent.remove(child)).ifPresent(last -> recent.merge(root, last, Recent::later));
            if (broken.remove(child)) {
                broken.add(root);
            }
        }
    }

    /** Shortens the way as it goes, so that a long chain of changes of name is walked once and not for each of its steps. */
    private Symbol root(Symbol symbol) {
        Symbol root = symbol;
        Symbol parent = parents.get(root);
        while (parent != null) {
            Symbol grandparent = parents.getOrDefault(parent, parent);
            parents.put(root, grandparent);
            root = grandparent;
            parent = parents.get(root);
        }
        return root;
    }

    /** A new step that was taken. */
    void remember(Symbol symbol, Step step) {
        Placed last = new Placed(++count, step);
        recent.merge(root(symbol), new Recent(last, takesAway(step.entry()) ? last : null), Recent::later);
    }

    private static boolean takesAway(Entry entry) {
        return switch (entry.type()) {
            case SELL, TRANSFER_OUT, SHORT, COVER, MERGER, SYMBOL_CHANGE -> true;
            case SPLIT -> entry.quantity().orElseThrow().value().compareTo(BigDecimal.ONE) < 0;
            default -> false;
        };
    }

    /** The last new step of the family that took something away, or else the last new one. */
    Optional<Step> lastNew(Symbol symbol) {
        return Optional.ofNullable(recent.get(root(symbol)))
                .flatMap(last -> Optional.ofNullable(last.taking() == null ? last.any() : last.taking()))
                .map(Placed::step);
    }

    /** From here on nothing can be told of the family. */
    void breakUp(Symbol symbol) {
        broken.add(root(symbol));
    }

    boolean isBroken(Symbol symbol) {
        return broken.contains(root(symbol));
    }
}
