package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
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
 * What a ledger adds up to: cash in each currency and open lots of each instrument, first in first out. Entries are put
 * in one by one in the order in which they take effect. Exact; not safe for use by many threads.
 */
public final class Book {

    private final Map<Symbol, Position> positions = new TreeMap<>();
    private final Map<String, Money> cash = new TreeMap<>();
    private final Function<? super Entry, Money> costOfTransfer;
    private final Consumer<? super Disposal> disposals;

    /** A book for which nobody needs to know costs: securities that were transferred in without one count as free. */
    public Book() {
        this(entry -> Money.zero(entry.currency()), disposal -> {});
    }

    /**
     * An empty book.
     *
     * @param costOfTransfer says what securities cost that were transferred in without a price
     * @param disposals hears of each sale
     */
    public Book(Function<? super Entry, Money> costOfTransfer, Consumer<? super Disposal> disposals) {
        this.costOfTransfer = Objects.requireNonNull(costOfTransfer, "costOfTransfer");
        this.disposals = Objects.requireNonNull(disposals, "disposals");
    }

    /**
     * A sale and what had been paid for what was sold.
     *
     * @param sale the entry
     * @param sold the lots, or parts of lots, that went, oldest first
     */
    public record Disposal(Entry sale, List<Lot> sold) {

        /** Copies the list. */
        public Disposal {
            sold = List.copyOf(sold);
        }
    }

    /**
     * Puts an entry in.
     *
     * @throws InvalidValueException if it takes away more than is held; the book is as before
     */
    public void put(Entry entry) {
        entry.symbol().ifPresent(symbol -> moveSecurities(entry, symbol));
        moveCash(entry.cashEffect());
    }

    private void moveSecurities(Entry entry, Symbol symbol) {
        switch (entry.type()) {
            case BUY, TRANSFER_IN -> position(symbol).open(entry, cost(entry));
            case SELL -> disposals.accept(new Disposal(entry, position(symbol).take(entry)));
            case TRANSFER_OUT -> position(symbol).take(entry);
            case SPLIT -> position(symbol).split(SplitRatio.of(entry.quantity().orElseThrow()));
            case DIVIDEND, INTEREST, FEE, TAX, DEPOSIT, WITHDRAWAL -> {}
        }
    }

    private Money cost(Entry entry) {
        if (entry.type() == TransactionType.BUY) {
            return entry.amount().plus(entry.fee());
        }
        return entry.price()
                .map(each -> each.times(entry.quantity().orElseThrow().value()).rounded())
                .orElseGet(() -> costOfTransfer.apply(entry));
    }

    private Position position(Symbol symbol) {
        return positions.computeIfAbsent(symbol, Position::new);
    }

    private void moveCash(Money effect) {
        if (effect.signum() != 0) {
            cash.merge(effect.currency().getCurrencyCode(), effect, Money::plus);
        }
    }

    /** How much is held of an instrument. */
    public Quantity quantity(Symbol symbol) {
        Position position = positions.get(symbol);
        return position == null ? Quantity.ZERO : position.quantity();
    }

    /** The instruments of which something is held, in symbol order. */
    public List<Symbol> held() {
        return positions.values().stream()
                .filter(position -> !position.quantity().isZero())
                .map(Position::symbol)
                .toList();
    }

    /** The open lots of an instrument, oldest first. */
    public List<Lot> lots(Symbol symbol) {
        Position position = positions.get(symbol);
        return position == null ? List.of() : position.lots();
    }

    /** All open lots, by symbol and oldest first. */
    public List<Lot> lots() {
        List<Lot> all = new ArrayList<>();
        positions.values().forEach(position -> all.addAll(position.lots()));
        return all;
    }

    /** What an instrument was last traded at; splits since then are taken into account. */
    public Optional<TradePrice> lastTrade(Symbol symbol) {
        return Optional.ofNullable(positions.get(symbol)).flatMap(Position::lastTrade);
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
