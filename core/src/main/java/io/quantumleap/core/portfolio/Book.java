package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a ledger adds up to: cash in each currency and open lots of each instrument. Entries are put in one by one in the
 * order in which they take effect. Exact; not safe for use by many threads.
 */
public final class Book {

    private final Map<Symbol, Position> positions = new TreeMap<>();
    private final Map<String, Money> cash = new TreeMap<>();
    private final LotMethod method;
    private final boolean keepsLots;
    private final Function<? super Entry, Money> costOfTransfer;
    private final Consumer<? super Disposal> disposals;

    /** A book for which nobody needs to know costs: securities that were transferred in without one count as free. */
    public Book() {
        this(LotMethod.FIFO);
    }

    /** As {@link #Book()}, with another way to choose lots. */
    public Book(LotMethod method) {
        this(method, entry -> Money.zero(entry.currency()), disposal -> {});
    }

    /** An empty book, first in first out. */
    public Book(Function<? super Entry, Money> costOfTransfer, Consumer<? super Disposal> disposals) {
        this(LotMethod.FIFO, costOfTransfer, disposals);
    }

    /**
     * An empty book.
     *
     * @param method which lots are taken
     * @param costOfTransfer says what securities cost that were transferred in without a price
     * @param disposals hears of each sale, and of whatever else ends lots for money
     */
    public Book(LotMethod method, Function<? super Entry, Money> costOfTransfer, Consumer<? super Disposal> disposals) {
        this(method, true, costOfTransfer, disposals);
    }

    private Book(
            LotMethod method,
            boolean keepsLots,
            Function<? super Entry, Money> costOfTransfer,
            Consumer<? super Disposal> disposals) {
        this.method = Objects.requireNonNull(method, "method");
        this.keepsLots = keepsLots;
        this.costOfTransfer = Objects.requireNonNull(costOfTransfer, "costOfTransfer");
        this.disposals = Objects.requireNonNull(disposals, "disposals");
    }

    /**
     * An empty book that knows how many units there are of each instrument, and the cash, but not lots or costs: these
     * are the same whatever lots are taken. What it holds does not grow with the entries. Names of lots mean nothing to it.
     */
    static Book ofUnits() {
        return new Book(LotMethod.FIFO, false, entry -> Money.zero(entry.currency()), disposal -> {});
    }

    /** The book that {@link #state()} was asked of. */
    public static Book restore(
            BookState state,
            LotMethod method,
            Function<? super Entry, Money> costOfTransfer,
            Consumer<? super Disposal> disposals) {
        Book book = new Book(method, costOfTransfer, disposals);
        for (BookState.OfInstrument one : state.positions()) {
            Position position = book.position(one.symbol());
            one.lots().forEach(position::open);
            position.remember(one.lastTrade());
        }
        state.cash().forEach(money -> book.cash.put(money.currency().getCurrencyCode(), money));
        return book;
    }

    /** All of it as a value. */
    public BookState state() {
        return new BookState(positions.values().stream().map(Position::state).toList(), List.copyOf(cash.values()));
    }

    /**
     * Lots that ended for money: a sale, the cover of a short sale, a merger for cash, cash for a fraction.
     *
     * @param sale the entry
     * @param sold the lots, or parts of lots, that went, in the order in which they were taken
     * @param consideration the money for all of them, after the fee: what was received, or for lots that were owed what
     *     was paid
     */
    public record Disposal(Entry sale, List<Lot> sold, Money consideration) {

        /** Copies the list. */
        public Disposal {
            sold = List.copyOf(sold);
        }

        /** Whether what was owed was bought back. */
        public boolean isCover() {
            return sale.type() == TransactionType.COVER;
        }
    }

    /** Why an entry cannot be: which field is to blame, a code for programs and a sentence for people. */
    record Obstacle(String field, String code, String message) {}

    /** What stands in the way of an entry, if anything does. */
    Optional<Obstacle> obstacle(Entry entry) {
        return entry.symbol().isEmpty() ? Optional.empty() : new Obstacles(this).of(entry);
    }

    /**
     * Puts an entry in.
     *
     * @throws InvalidValueException if it cannot be, such as one that takes away more than is held; the book is as before
     */
    public void put(Entry entry) {
        obstacle(entry).ifPresent(obstacle -> {
            throw new InvalidValueException(obstacle.message());
        });
        entry.symbol().ifPresent(symbol -> moveSecurities(entry, symbol));
        entry.cashEffects().forEach(this::moveCash);
    }

    private void moveSecurities(Entry entry, Symbol symbol) {
        switch (entry.type()) {
            case BUY, TRANSFER_IN, REINVESTED_DIVIDEND, SHORT -> {
                position(symbol).open(lot(entry, symbol));
                remember(entry, symbol);
            }
            case SELL, COVER -> {
                List<Lot> taken = take(entry, symbol);
                dispose(entry, taken, entry.statedAmount());
            }
            case TRANSFER_OUT -> take(entry, symbol);
            case SPLIT -> {
                Position position = position(symbol);
                position.split(ratio(entry));
                payForFraction(entry, position);
            }
            case SPIN_OFF -> spinOff(entry, symbol);
            case MERGER -> merge(entry, symbol);
            case SYMBOL_CHANGE -> changeSymbol(entry, symbol);
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL, FX -> {}
        }
    }

    private Lot lot(Entry entry, Symbol symbol) {
        return new Lot(
                symbol,
                entry.date(),
                entry.acquired(),
                entry.paid(),
                entry.quantity().orElseThrow(),
                cost(entry),
                entry.type() == TransactionType.SHORT,
                entry.externalId().orElse(null));
    }

    private Money cost(Entry entry) {
        return switch (entry.type()) {
            case BUY -> entry.amount().plus(entry.fee());
            case SHORT -> entry.amount().minus(entry.fee());
            case REINVESTED_DIVIDEND -> entry.amount().minus(entry.tax());
            default -> entry.statedCost().orElseGet(() -> costOfTransfer.apply(entry));
        };
    }

    private List<Lot> take(Entry entry, Symbol symbol) {
        List<Lot> taken = position(symbol)
                .take(entry.quantity().orElseThrow(), entry.details().lots());
        remember(entry, symbol);
        return taken;
    }

    private void remember(Entry entry, Symbol symbol) {
        entry.price().ifPresent(price -> position(symbol).remember(new TradePrice(entry.date(), price)));
    }

    private void dispose(Entry entry, List<Lot> lots, Money consideration) {
        disposals.accept(new Disposal(entry, lots, consideration));
    }

    private static SplitRatio ratio(Entry entry) {
        return SplitRatio.of(entry.quantity().orElseThrow());
    }

    private void payForFraction(Entry entry, Position position) {
        if (entry.cashInLieu().signum() > 0) {
            Quantity fraction = Position.fraction(position.quantity());
            dispose(entry, position.take(fraction, List.of()), entry.cashInLieu());
        }
    }

    private void spinOff(Entry entry, Symbol symbol) {
        BigDecimal fraction = Objects.requireNonNull(entry.details().costFraction());
        Position parent = position(symbol);
        List<Lot> old = parent.takeAll();
        old.forEach(lot ->
                parent.open(lot.with(lot.quantity(), lot.cost().minus(lot.shareOfCost(fraction, BigDecimal.ONE)))));
        receive(entry, old, fraction);
    }

    private void merge(Entry entry, Symbol symbol) {
        List<Lot> old = position(symbol).takeAll();
        BigDecimal carried = entry.toSymbol().isEmpty() ? BigDecimal.ZERO : carried(entry);
        if (entry.amount().signum() > 0) {
            dispose(
                    entry,
                    old.stream()
                            .map(lot -> lot.with(
                                    lot.quantity(), lot.cost().minus(lot.shareOfCost(carried, BigDecimal.ONE))))
                            .toList(),
                    entry.amount());
        }
        if (entry.toSymbol().isPresent()) {
            receive(entry, old, carried);
        }
    }

    private static BigDecimal carried(Entry merger) {
        return Objects.requireNonNullElse(merger.details().costFraction(), BigDecimal.ONE);
    }

    /** New securities for each of the old lots, with a part of its cost and its dates. */
    private void receive(Entry entry, List<Lot> old, BigDecimal fraction) {
        Symbol to = entry.toSymbol().orElseThrow();
        Position received = new Position(to, method, keepsLots);
        List<Quantity> scaled = Position.scaled(old, ratio(entry));
        for (int i = 0; i < old.size(); i++) {
            Lot lot = old.get(i);
            received.open(lot.as(to, scaled.get(i), lot.shareOfCost(fraction, BigDecimal.ONE)));
        }
        payForFraction(entry, received);
        received.lots().forEach(position(to)::open);
    }

    private void changeSymbol(Entry entry, Symbol symbol) {
        Symbol to = entry.toSymbol().orElseThrow();
        Position old = position(symbol);
        Position next = position(to);
        if (next.lastTrade().isEmpty()) {
            next.remember(old.lastTrade().orElse(null));
        }
        old.takeAll().forEach(lot -> next.open(lot.as(to, lot.quantity(), lot.cost())));
    }

    private Position position(Symbol symbol) {
        return positions.computeIfAbsent(symbol, none -> new Position(none, method, keepsLots));
    }

    private void moveCash(Money effect) {
        if (effect.signum() != 0) {
            cash.merge(effect.currency().getCurrencyCode(), effect, Money::plus);
        }
    }

    /** The position, without leaving a trace of the question. */
    Position look(Symbol symbol) {
        return positions.getOrDefault(symbol, new Position(symbol, method, keepsLots));
    }

    /** Whether a disposal can name the lots that it takes. */
    boolean knowsLotsByName() {
        return keepsLots && method != LotMethod.AVERAGE_COST;
    }

    /** How much is owned of an instrument. */
    public Quantity quantity(Symbol symbol) {
        Position position = look(symbol);
        return position.isShort() ? Quantity.ZERO : position.quantity();
    }

    /** How much is owed of an instrument, because it was sold short. */
    public Quantity owed(Symbol symbol) {
        Position position = look(symbol);
        return position.isShort() ? position.quantity() : Quantity.ZERO;
    }

    /** What is owned of an instrument, or less than zero: what is owed. */
    public BigDecimal units(Symbol symbol) {
        Position position = look(symbol);
        return position.isShort()
                ? position.quantity().value().negate()
                : position.quantity().value();
    }

    /** The instruments of which something is owned or owed, in symbol order. */
    public List<Symbol> held() {
        return positions.values().stream()
                .filter(position -> !position.isEmpty())
                .map(Position::symbol)
                .toList();
    }

    /** The open lots of an instrument, oldest first. */
    public List<Lot> lots(Symbol symbol) {
        return look(symbol).lots();
    }

    /** All open lots, by symbol and oldest first. */
    public List<Lot> lots() {
        List<Lot> all = new ArrayList<>();
        positions.values().forEach(position -> all.addAll(position.lots()));
        return all;
    }

    /** What an instrument was last traded at; splits since then are taken into account. */
    public Optional<TradePrice> lastTrade(Symbol symbol) {
        return look(symbol).lastTrade();
    }

    /** The cash in each currency that has any, in the order of their codes; may be negative. */
    public List<Money> cash() {
        return cash.values().stream().filter(money -> money.signum() != 0).toList();
    }

    /** The cash in one currency. */
    public Money cash(Currency currency) {
        return cash.getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    }

    /** A look at the cash that follows the book, in every currency that ever had any. */
    public Iterable<Money> everyCash() {
        return Collections.unmodifiableCollection(cash.values());
    }
}
