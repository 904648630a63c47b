package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.BookState;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Closes.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays a ledger into a book and says what it is worth in the base currency. What cannot be priced counts as nothing and
 * is noted as missing; whoever asks must then refuse the whole answer. Not safe for use by many threads.
 */
final class Valuer {

    private final Currency base;
    private final Closes closes;
    private final Rates rates;
    private final MissingPrices missing;
    private final Book book;

    /**
     * @param portfolio whose currency and rules hold
     * @param start the book to go on with
     */
    Valuer(
            Portfolio portfolio,
            BookState start,
            Closes closes,
            Rates rates,
            MissingPrices missing,
            Consumer<? super Book.Disposal> disposals) {
        this.base = portfolio.baseCurrency();
        this.closes = closes;
        this.rates = rates;
        this.missing = missing;
        this.book = Book.restore(start, portfolio.policy().lotMethod(), this::marketValue, disposals);
    }

    Book book() {
        return book;
    }

    void put(Entry entry) {
        book.put(entry);
    }

    /** What is held of one instrument, or with a minus is owed, and what it is worth. */
    record Worth(Symbol symbol, BigDecimal units, UnitPrice unitPrice, Money value) {}

    Optional<Worth> worth(Symbol symbol, LocalDate day) {
        BigDecimal units = book.units(symbol);
        Optional<UnitPrice> unitPrice = price(symbol, day);
        return unitPrice.map(
                unit -> new Worth(symbol, units, unit, rates.inBase(unit.price().times(units), day)));
    }

    private Optional<UnitPrice> price(Symbol symbol, LocalDate day) {
        Optional<UnitPrice> price = closes.price(symbol, day, book);
        if (price.isEmpty()) {
            missing.add(symbol, day, false);
        }
        return price;
    }

    /** All cash in base currency. */
    Money cash(LocalDate day) {
        Money sum = Money.zero(base);
        for (Money money : book.everyCash()) {
            sum = sum.plus(rates.inBase(money, day));
        }
        return sum;
    }

    /**
     * What the open lots of an instrument cost, in base currency at the rates of the days when that was paid; below
     * zero for what short sales brought.
     */
    Money cost(Symbol symbol) {
        Money sum = Money.zero(base);
        for (Lot lot : book.lots(symbol)) {
            sum = lot.isShort() ? sum.minus(cost(lot)) : sum.plus(cost(lot));
        }
        return sum;
    }

    Money cost(Lot lot) {
        return rates.inBase(lot.cost(), lot.paid(), lot.opened());
    }

    Money inBase(Money money, LocalDate day) {
        return rates.inBase(money, day);
    }

    /**
     * What an entry that is in the book brought in from outside, in base currency at the prices of its day; negative for
     * what it took out, zero for what happened inside.
     */
    Money externalFlow(Entry entry) {
        if (!entry.transfersSecurities()) {
            return rates.inBase(entry.cashFlow(), entry.date());
        }
        Money value = rates.inBase(marketValue(entry), entry.date());
        return entry.type() == TransactionType.TRANSFER_IN ? value : value.negated();
    }

    private Money marketValue(Entry transfer) {
        return price(transfer.symbol().orElseThrow(), transfer.date())
                .map(unit ->
                        unit.price().times(transfer.quantity().orElseThrow().value()))
                .orElseGet(() -> Money.zero(transfer.currency()));
    }
}
