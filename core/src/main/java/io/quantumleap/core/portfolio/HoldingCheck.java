package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book.Obstacle;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that everything in a ledger can be, such as that nothing is sold that is not held on its day: neither the
 * new entries nor, because of them, what was recorded before. Its memory grows with the instruments and, where lots are
 * named, with the open lots; not with the entries.
 */
final class HoldingCheck {

    private final LotMethod method;
    private final Supplier<Book> emptyBook;
    private final RowErrors.Collector errors;
    private final BitSet refusedLines = new BitSet();
    private final Map<Symbol, BigDecimal> units = new TreeMap<>();

    private HoldingCheck(LotMethod method, boolean namesLots, RowErrors.Collector errors) {
        this.method = method;
        this.emptyBook = namesLots ? () -> new Book(method) : Book::ofUnits;
        this.errors = errors;
    }

    /**
     * Checks new entries.
     *
     * @param method by which the portfolio takes lots
     * @param namesLots whether any entry names the lots to take
     * @param symbols the instruments that new entries move, with all those that turn into one another
     * @param steps the new entries among the recorded ones
     * @param errors takes what is wrong
     * @return the units of each of the instruments, after the new entries; meaningless if there are errors
     */
    static Map<Symbol, BigDecimal> check(
            LotMethod method, boolean namesLots, Set<Symbol> symbols, Steps steps, RowErrors.Collector errors) {
        HoldingCheck check = new HoldingCheck(method, namesLots, errors);
        Set<Symbol> unfinished = symbols;
        for (int round = 0; !unfinished.isEmpty() && round < RowErrors.MOST_LISTED; round++) {
            unfinished = check.round(unfinished, steps);
        }
        return check.units;
    }

    /** Checks one new entry; otherwise as {@link #check(LotMethod, boolean, Set, Steps, RowErrors.Collector)}. */
    static Map<Symbol, BigDecimal> check(
            Portfolio held, Step fresh, Transactions transactions, RowErrors.Collector errors) {
        if (!movesSecurities(fresh.entry())) {
            return Map.of();
        }
        Set<Symbol> related = transactions.related(held.id(), symbols(List.of(fresh.entry())));
        List<Transaction> recorded = transactions.effective(held.id(), related);
        return check(held.policy().lotMethod(), true, related, Steps.of(recorded, fresh), errors);
    }

    static boolean movesSecurities(Entry entry) {
        return entry.type().movesSecurities() && entry.symbol().isPresent();
    }

    /** The instruments that entries name. */
    static Set<Symbol> symbols(Collection<Entry> entries) {
        return entries.stream().flatMap(HoldingCheck::symbols).collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Symbol> symbols(Entry entry) {
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

    /** What an entry is, for a message. */
    static String described(Entry entry) {
        String units = entry.type() == TransactionType.MERGER
                ? ""
                : entry.quantity().map(quantity -> quantity + " ").orElse("");
        return entry.type().code() + " of " + units + entry.symbol().orElseThrow() + " on " + entry.date();
    }

    /**
     * Plays the steps once. Returns the instruments of which a new entry had to be refused because it stood in the way of
     * a recorded one, so that what comes after has to be looked at again without it.
     */
    private Set<Symbol> round(Set<Symbol> symbols, Steps steps) {
        Round round = new Round(emptyBook.get());
        steps.play(symbols, round::take);
        Set<Symbol> unfinished = new TreeSet<>();
        for (Symbol symbol : symbols) {
            if (round.families.isBroken(symbol)) {
                unfinished.add(symbol);
            } else {
                units.put(symbol, round.book.units(symbol));
            }
        }
        return unfinished;
    }

    /** One time through the steps. */
    private final class Round {

        private final Book book;
        private final Families families = new Families();

        Round(Book book) {
            this.book = book;
        }

        void take(Step step) {
            Entry entry = step.entry();
            if (!movesSecurities(entry) || (step.isNew() && refusedLines.get(step.line()))) {
                return;
            }
            Symbol symbol = entry.symbol().orElseThrow();
            entry.toSymbol().ifPresent(to -> families.join(symbol, to));
            if (families.isBroken(symbol)) {
                return;
            }
            Optional<Obstacle> obstacle = obstacle(step);
            if (obstacle.isEmpty()) {
                book.put(entry);
                if (step.isNew()) {
                    families.remember(symbol, step);
                }
            } else if (step.isNew()) {
                refuse(step, obstacle.get());
            } else {
                blameForBreaking(entry, symbol);
            }
        }

        private Optional<Obstacle> obstacle(Step step) {
            Entry entry = step.entry();
            boolean mustName = entry.type() == TransactionType.SELL || entry.type() == TransactionType.COVER;
            if (step.isNew()
                    && mustName
                    && method == LotMethod.SPECIFIC_LOT
                    && entry.details().lots().isEmpty()) {
                return Optional.of(new Obstacle(
                        "lot", "required", "This portfolio keeps specific lots: the lot to take is missing."));
            }
            return book.obstacle(entry);
        }

        private void blameForBreaking(Entry recorded, Symbol symbol) {
            Step blamed = families.lastNew(symbol)
                    .orElseThrow(() -> new IllegalStateException("A recorded "
                            + recorded.type().code() + " is not possible after what was recorded before it."));
            refuse(
                    blamed,
                    new Obstacle(
                            "quantity",
                            "breaks-later-sale",
                            "With this row, the " + described(recorded) + " would be more than is held then."));
            families.breakUp(symbol);
        }
    }

    private void refuse(Step step, Obstacle obstacle) {
        refusedLines.set(step.line());
        errors.add(new RowError(step.line(), obstacle.field(), obstacle.code(), obstacle.message()));
    }
}
