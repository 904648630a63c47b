package io.quantumleap.core.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with a file: the first errors in line order and how many there were in all.
 *
 * @param listed at most {@link #MOST_LISTED} errors, in line order
 * @param count how many errors were found, listed or not
 */
public record RowErrors(List<RowError> listed, int count) {

    /** How many errors are kept; the rest is counted. */
    public static final int MOST_LISTED = 100;

    /** Copies the errors. */
    public RowErrors {
        listed = List.copyOf(listed);
    }

    /** Collects errors in whatever order they are found, in bounded memory. Not safe for use by many threads. */
    public static final class Collector {

        private static final Comparator<RowError> BY_LINE = Comparator.comparingInt(RowError::line);

        private final List<RowError> errors = new ArrayList<>();
        private int count;

        /** Starts without an error. */
        public Collector() {}

        /** Takes one more error. */
        public void add(RowError error) {
            count++;
            errors.add(error);
            if (errors.size() >= 2 * MOST_LISTED) {
                keepTheFirst();
            }
        }

        /** Takes what was found elsewhere. */
        public void addAll(RowErrors more) {
            more.listed().forEach(this::add);
            count += more.count() - more.listed().size();
        }

        /** Whether nothing was wrong so far. */
        public boolean isEmpty() {
            return count == 0;
        }

        /** The errors so far. */
        public RowErrors errors() {
            keepTheFirst();
            return new RowErrors(errors, count);
        }

        private void keepTheFirst() {
            errors.sort(BY_LINE);
            if (errors.size() > MOST_LISTED) {
                errors.subList(MOST_LISTED, errors.size()).clear();
            }
        }
    }
}
