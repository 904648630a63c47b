package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes sure that nothing is sold that is not held on its day, neither by the new entries nor, because of them, by what
 * was recorded before. On one day the recorded transactions come first, then the new ones in their order.
 */
final class HoldingCheck {

    private static final Quantity ONE = Quantity.of("1");

    private HoldingCheck() {}

    /** The instruments whose holdings the entries move, so that their transactions must be looked at. */
    static Set<Symbol> moved(List<Candidate> candidates) {
        return candidates.stream()
                .map(Candidate::entry)
                .filter(HoldingCheck::movesSecurities)
                .flatMap(entry -> entry.symbol().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean movesSecurities(Entry entry) {
        return switch (entry.type()) {
            case BUY, SELL, SPLIT, TRANSFER_IN, TRANSFER_OUT -> true;
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL -> false;
        };
    }

    /**
     * Checks new entries.
     *
     * @param recorded the effective transactions of the moved instruments, in effect order
     * @param candidates the new entries, in the order in which they are to be recorded
     * @param errors takes what is wrong
     */
    static void check(List<Transaction> recorded, List<Candidate> candidates, RowErrors.Collector errors) {
        Map<Symbol, List<Step>> steps = new LinkedHashMap<>();
        for (Transaction transaction : recorded) {
            addStep(steps, new Step(transaction.entry(), 0));
        }
        for (Candidate candidate : candidates) {
            addStep(steps, new Step(candidate.entry(), candidate.line()));
        }
        steps.forEach((symbol, ofSymbol) -> new OneInstrument(symbol, ofSymbol, errors).check());
    }

    private static void addStep(Map<Symbol, List<Step>> steps, Step step) {
        if (movesSecurities(step.entry())) {
            step.entry().symbol().ifPresent(symbol -> steps.computeIfAbsent(symbol, none -> new ArrayList<>())
                    .add(step));
        }
    }

    /** The first transaction that could not be, if these were all; they stand in effect order. */
    static Optional<Entry> firstImpossible(List<Entry> entries) {
        Book book = new Book();
        for (Entry entry : entries) {
            if (isShort(book, entry)) {
                return Optional.of(entry);
            }
            book.put(entry);
        }
        return Optional.empty();
    }

    private static boolean isShort(Book book, Entry entry) {
        return entry.type().reducesHolding()
                && entry.symbol().isPresent()
                && entry.quantity()
                                .orElseThrow()
                                .compareTo(book.quantity(entry.symbol().get()))
                        > 0;
    }

    /** An entry on its way into the book; line 0 means that it was recorded before. */
    private record Step(Entry entry, int line) {

        boolean isNew() {
            return line > 0;
        }
    }

    private record OneInstrument(Symbol symbol, List<Step> steps, RowErrors.Collector errors) {

        void check() {
            steps.sort(Comparator.comparing(step -> step.entry().date()));
            int rounds = 1;
            while (blameOne() && rounds < RowErrors.MOST_LISTED) {
                rounds++;
            }
        }

        /**
         * Runs through the steps; returns whether a new step had to be taken out, because it stood in the way of a
         * recorded one, so that another round is needed.
         */
        private boolean blameOne() {
            Book book = new Book();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                if (!isShort(book, step.entry())) {
                    book.put(step.entry());
                } else if (step.isNew()) {
                    refuse(step, "not-held", notHeld(step, book));
                    steps.remove(i--);
                } else {
                    return blameFor(step, i);
                }
            }
            return false;
        }

        private boolean blameFor(Step recorded, int index) {
            for (int i = index - 1; i >= 0; i--) {
                Step step = steps.get(i);
                if (step.isNew() && takesAway(step)) {
                    refuse(
                            step,
                            "breaks-later-sale",
                            "With this row, the " + recorded.entry().type().code() + " of "
                                    + recorded.entry().quantity().orElseThrow() + " " + symbol + " on "
                                    + recorded.entry().date() + " would be more than is held then.");
                    steps.remove(i);
                    return true;
                }
            }
            throw new IllegalStateException("A recorded sale is not covered by what was recorded before it.");
        }

        private static boolean takesAway(Step step) {
            Entry entry = step.entry();
            return entry.type().reducesHolding()
                    || (entry.type() == TransactionType.SPLIT
                            && entry.quantity().orElseThrow().compareTo(ONE) < 0);
        }

        private String notHeld(Step step, Book book) {
            return "Only " + book.quantity(symbol) + " " + symbol + " are held on "
                    + step.entry().date() + ", not "
                    + step.entry().quantity().orElseThrow() + ".";
        }

        private void refuse(Step step, String code, String message) {
            errors.add(new RowError(step.line(), "quantity", code, message));
        }
    }
}
