package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book.Obstacle;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that everything in a ledger can be, such as that nothing is sold that is not held on its day: neither the
 * new entries nor, because of them, what was recorded before. On one day the recorded transactions come first, then the
 * new ones in their order. Instruments that turn into one another are looked at together.
 */
final class HoldingCheck {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private final LotMethod method;
    private final RowErrors.Collector errors;
    private final Map<Symbol, BigDecimal> units = new TreeMap<>();

    private HoldingCheck(LotMethod method, RowErrors.Collector errors) {
        this.method = method;
        this.errors = errors;
    }

    /**
     * Checks new entries.
     *
     * @param held the portfolio, held
     * @param candidates the new entries, in the order in which they are to be recorded
     * @param transactions where the recorded ones are
     * @param errors takes what is wrong
     * @return the units of each instrument that the new entries move, after them; meaningless if there are errors
     */
    static Map<Symbol, BigDecimal> check(
            Portfolio held, List<Candidate> candidates, Transactions transactions, RowErrors.Collector errors) {
        List<Entry> moving = candidates.stream()
                .map(Candidate::entry)
                .filter(HoldingCheck::movesSecurities)
                .toList();
        if (moving.isEmpty()) {
            return Map.of();
        }
        List<Transaction> recorded =
                transactions.effective(held.id(), transactions.related(held.id(), symbols(moving)));
        HoldingCheck check = new HoldingCheck(held.policy().lotMethod(), errors);
        check.run(recorded, candidates);
        return check.units;
    }

    static boolean movesSecurities(Entry entry) {
        return entry.type().movesSecurities() && entry.symbol().isPresent();
    }

    /** The instruments that entries name. */
    static Set<Symbol> symbols(Collection<Entry> entries) {
        return entries.stream().flatMap(HoldingCheck::symbols).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Symbol> symbols(Entry entry) {
        return Stream.concat(entry.symbol().stream(), entry.toSymbol().stream());
    }

    /** What comes of entries: the first one that could not be, or the units of each instrument after all of them. */
    record Replay(@Nullable Entry impossibleOrNull, Map<Symbol, BigDecimal> units) {

        Optional<Entry> impossible() {
            return Optional.ofNullable(impossibleOrNull);
        }
    }

    /** Plays entries, in effect order, as if they were all. */
    static Replay replay(LotMethod method, List<Entry> entries, Set<Symbol> symbols) {
        Book book = new Book(method);
        for (Entry entry : entries) {
            if (movesSecurities(entry)) {
                if (book.obstacle(entry).isPresent()) {
                    return new Replay(entry, Map.of());
                }
                book.put(entry);
            }
        }
        Map<Symbol, BigDecimal> units = new TreeMap<>();
        symbols.forEach(symbol -> units.put(symbol, book.units(symbol)));
        return new Replay(null, units);
    }

    /** The first transaction that could not be, if these were all; they stand in effect order. */
    static Optional<Entry> firstImpossible(LotMethod method, List<Entry> entries) {
        return replay(method, entries, Set.of()).impossible();
    }

    private void run(List<Transaction> recorded, List<Candidate> candidates) {
        List<Step> steps = new ArrayList<>(recorded.size() + candidates.size());
        recorded.forEach(transaction -> steps.add(new Step(transaction.entry(), 0)));
        candidates.forEach(candidate -> steps.add(new Step(candidate.entry(), candidate.line())));
        Map<Symbol, List<Step>> groups = new LinkedHashMap<>();
        Groups families = Groups.of(steps);
        for (Step step : steps) {
            if (movesSecurities(step.entry())) {
                Symbol family = families.of(step.entry().symbol().orElseThrow());
                groups.computeIfAbsent(family, none -> new ArrayList<>()).add(step);
            }
        }
        groups.values().forEach(this::checkGroup);
    }

    /** An entry on its way into the book; line 0 means that it was recorded before. */
    private record Step(Entry entry, int line) {

        boolean isNew() {
            return line > 0;
        }
    }

    /** Which instruments turn into one another: each group is known by one of them. */
    private record Groups(Map<Symbol, Symbol> parents) {

        static Groups of(List<Step> steps) {
            Groups groups = new Groups(new HashMap<>());
            for (Step step : steps) {
                Entry entry = step.entry();
                if (entry.symbol().isPresent() && entry.toSymbol().isPresent()) {
                    groups.parents.put(
                            groups.of(entry.symbol().get()),
                            groups.of(entry.toSymbol().get()));
                }
            }
            return groups;
        }

        Symbol of(Symbol symbol) {
            Symbol root = symbol;
            Symbol parent = parents.getOrDefault(root, root);
            while (!parent.equals(root)) {
                root = parent;
                parent = parents.getOrDefault(root, root);
            }
            return root;
        }
    }

    private void checkGroup(List<Step> steps) {
        steps.sort(Comparator.comparing(step -> step.entry().date()));
        int rounds = 1;
        while (blameOne(steps) && rounds < RowErrors.MOST_LISTED) {
            rounds++;
        }
    }

    /**
     * Runs through the steps; returns whether a new step had to be taken out, because it stood in the way of a recorded
     * one, so that another round is needed.
     */
    private boolean blameOne(List<Step> steps) {
        Book book = new Book(method);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<Obstacle> obstacle = obstacle(book, step);
            if (obstacle.isEmpty()) {
                book.put(step.entry());
            } else if (step.isNew()) {
                refuse(step, obstacle.get());
                steps.remove(i--);
            } else {
                blameFor(steps, i);
                return true;
            }
        }
        for (Step step : steps) {
            symbols(step.entry()).forEach(symbol -> units.put(symbol, book.units(symbol)));
        }
        return false;
    }

    private Optional<Obstacle> obstacle(Book book, Step step) {
        Entry entry = step.entry();
        boolean mustName = entry.type() == TransactionType.SELL || entry.type() == TransactionType.COVER;
        if (step.isNew()
                && mustName
                && method == LotMethod.SPECIFIC_LOT
                && entry.details().lots().isEmpty()) {
            return Optional.of(
                    new Obstacle("lot", "required", "This portfolio keeps specific lots: the lot to take is missing."));
        }
        return book.obstacle(entry);
    }

    /** Takes out the last new step before that takes something away, or else the last new one. */
    private void blameFor(List<Step> steps, int index) {
        Entry recorded = steps.get(index).entry();
        int blamed = lastNew(steps, index, true)
                .or(() -> lastNew(steps, index, false))
                .orElseThrow(() -> new IllegalStateException("A recorded "
                        + recorded.type().code() + " is not possible after what was recorded before it."));
        refuse(
                steps.get(blamed),
                new Obstacle(
                        "quantity",
                        "breaks-later-sale",
                        "With this row, the " + described(recorded) + " would be more than is held then."));
        steps.remove(blamed);
    }

    /** What an entry is, for a message. */
    static String described(Entry entry) {
        String units = entry.type() == TransactionType.MERGER
                ? ""
                : entry.quantity().map(quantity -> quantity + " ").orElse("");
        return entry.type().code() + " of " + units + entry.symbol().orElseThrow() + " on " + entry.date();
    }

    private static Optional<Integer> lastNew(List<Step> steps, int before, boolean takingAway) {
        for (int i = before - 1; i >= 0; i--) {
            if (steps.get(i).isNew() && (!takingAway || takesAway(steps.get(i).entry()))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean takesAway(Entry entry) {
        return switch (entry.type()) {
            case SELL, TRANSFER_OUT, SHORT, COVER, MERGER, SYMBOL_CHANGE -> true;
            case SPLIT -> entry.quantity().orElseThrow().value().compareTo(ONE) < 0;
            default -> false;
        };
    }

    private void refuse(Step step, Obstacle obstacle) {
        errors.add(new RowError(step.line(), obstacle.field(), obstacle.code(), obstacle.message()));
    }
}
