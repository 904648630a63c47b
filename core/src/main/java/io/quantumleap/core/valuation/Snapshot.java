package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.fx.CrossRate;
import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A portfolio at the end of one day: its ledger up to then, and the prices that value it. */
final class Snapshot {

    private final Portfolio portfolio;
    private final LocalDate day;
    private final LedgerTail ledger;
    private final Closes closes;
    private final Rates rates;
    private final MissingPrices missing;
    private final StalePrices.Judge freshness;

    Snapshot(
            Portfolio portfolio,
            LocalDate day,
            LedgerTail ledger,
            Closes.History history,
            Rates rates,
            MissingPrices missing,
            StalePrices.Judge freshness) {
        this.portfolio = portfolio;
        this.day = day;
        this.ledger = ledger;
        this.closes = new Closes(history, ledger.splits());
        this.rates = rates;
        this.missing = missing;
        this.freshness = freshness;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    LocalDate day() {
        return day;
    }

    /** The day of the first transaction; the day itself when there is none. */
    LocalDate firstDay() {
        return portfolio
                .ledger()
                .firstDate()
                .filter(first -> !first.isAfter(day))
                .orElse(day);
    }

    int transactionCount() {
        return ledger.count();
    }

    /** What the ledger brought and took before the entries that are played. */
    LedgerTotals totalsBefore() {
        return ledger.totals(portfolio.baseCurrency());
    }

    <T> Valued<T> unlessPricesAreMissing(T value) {
        return missing.unlessAny(value);
    }

    /** Plays the ledger. */
    Valuer play() {
        return play(new Observer() {});
    }

    /** Hears of the ledger as it is played. */
    interface Observer {

        /** An entry is in the book. */
        default void entered(Entry entry, Valuer valuer) {}

        /** Something was sold. */
        default void sold(Book.Disposal disposal, Valuer valuer) {}
    }

    Valuer play(Observer observer) {
        List<Book.Disposal> disposals = new ArrayList<>();
        Consumer<Book.Disposal> remember = disposals::add;
        Valuer valuer = new Valuer(portfolio, ledger.book(), closes, rates, missing, remember);
        for (Entry entry : ledger.entries()) {
            valuer.put(entry);
            disposals.forEach(disposal -> observer.sold(disposal, valuer));
            disposals.clear();
            observer.entered(entry, valuer);
        }
        return valuer;
    }

    /** What one unit of each instrument that is held is worth; one without a price is left out, not missed. */
    Map<Symbol, Money> prices(Valuer valuer) {
        Map<Symbol, Money> prices = new HashMap<>();
        for (Symbol symbol : valuer.book().held()) {
            closes.price(symbol, day, valuer.book()).ifPresent(unit -> prices.put(symbol, unit.price()));
        }
        return prices;
    }

    /** The holdings with their values, biggest first. */
    HoldingsView holdings(Valuer valuer) {
        Currency base = portfolio.baseCurrency();
        List<Valuer.Worth> worths = new ArrayList<>();
        for (Symbol symbol : valuer.book().held()) {
            valuer.worth(symbol, day).ifPresent(worths::add);
        }
        worths.sort(Comparator.comparing(Valuer.Worth::value).reversed());
        Money total = worths.stream().map(Valuer.Worth::value).reduce(valuer.cash(day), Money::plus);
        return new HoldingsView(
                portfolio.id(),
                day,
                base,
                total,
                baseFirst(valuer.book()),
                worths.stream().map(worth -> holding(worth, total, valuer)).toList(),
                warnings(worths, valuer.book()));
    }

    private Holding holding(Valuer.Worth worth, Money total, Valuer valuer) {
        Money cost = valuer.cost(worth.symbol());
        double weight = total.signum() > 0
                ? worth.value().amount().doubleValue() / total.amount().doubleValue()
                : 0;
        return new Holding(
                worth.symbol(),
                new Quantity(worth.units().abs()),
                worth.units().signum() < 0,
                worth.unitPrice().price(),
                worth.unitPrice().date(),
                worth.unitPrice().source(),
                worth.unitPrice().date().isBefore(day),
                isStale(worth),
                worth.value(),
                cost,
                worth.value().minus(cost),
                weight);
    }

    private boolean isStale(Valuer.Worth worth) {
        return freshness.isStale(worth.symbol(), worth.unitPrice().date(), day);
    }

    private List<Money> baseFirst(Book book) {
        List<Money> cash = new ArrayList<>();
        cash.add(book.cash(portfolio.baseCurrency()));
        book.cash().stream()
                .filter(money -> !money.currency().equals(portfolio.baseCurrency()))
                .forEach(cash::add);
        return cash;
    }

    private List<String> warnings(List<Valuer.Worth> worths, Book book) {
        List<String> warnings = new ArrayList<>();
        for (Money money : book.cash()) {
            if (money.signum() < 0) {
                warnings.add("Cash is negative: " + money + ". Either a deposit is missing or the broker lends.");
            }
        }
        for (Valuer.Worth worth : worths) {
            warnAboutPrice(worth, warnings);
            warnAboutCurrency(worth, book.lots(worth.symbol()), warnings);
        }
        warnings.addAll(notesOnRates(worths, book));
        return warnings;
    }

    /** Of the rates that convert the values of the day, and the costs of the open lots at the rates of their days. */
    private Collection<String> notesOnRates(List<Valuer.Worth> worths, Book book) {
        Map<String, String> sentences = new TreeMap<>();
        book.everyCash().forEach(money -> noteRateOfTheDay(money, sentences));
        for (Valuer.Worth worth : worths) {
            noteRateOfTheDay(worth.unitPrice().price(), sentences);
            book.lots(worth.symbol()).forEach(lot -> noteRateOfCost(lot, sentences));
        }
        return sentences.values();
    }

    private void noteRateOfTheDay(Money money, Map<String, String> sentences) {
        noteCrossRate(money, day, sentences);
        rates.converting(money, day)
                .filter(rate -> rate.legs().stream().anyMatch(leg -> freshness.isStale(leg.symbol(), leg.date(), day)))
                .ifPresent(rate -> sentences.put(
                        rate.from() + " stale",
                        "The latest exchange rate " + Symbol.rate(rate.from(), rate.to()) + " is of "
                                + rate.date().orElseThrow() + "."));
    }

    private void noteRateOfCost(Lot lot, Map<String, String> sentences) {
        LocalDate used = rates.dayOfRate(lot.cost(), lot.paid(), lot.opened());
        if (!used.equals(lot.paid())) {
            sentences.computeIfAbsent(
                    lot.cost().currency() + " " + lot.paid(),
                    unseen -> "There is no exchange rate "
                            + Symbol.rate(lot.cost().currency(), portfolio.baseCurrency()) + " of " + lot.paid()
                            + " for an old cost; the one of the day of the transfer is used.");
        }
        noteCrossRate(lot.cost(), used, sentences);
    }

    private void noteCrossRate(Money money, LocalDate day, Map<String, String> sentences) {
        rates.converting(money, day)
                .filter(rate -> rate.path() == CrossRate.Path.TRIANGULATED)
                .ifPresent(rate -> sentences.computeIfAbsent(
                        rate.from() + " " + rate.via().orElseThrow(),
                        unseen -> "There is no exchange rate " + Symbol.rate(rate.from(), rate.to())
                                + "; the one through " + rate.via().orElseThrow() + " is used."));
    }

    private void warnAboutPrice(Valuer.Worth worth, List<String> warnings) {
        LocalDate priced = worth.unitPrice().date();
        if (worth.unitPrice().source() == PriceSource.TRADE) {
            warnings.add(worth.symbol() + " has no close on or before " + day + "; the price it was traded at on "
                    + priced + " stands in.");
        } else if (isStale(worth)) {
            warnings.add("The latest close of " + worth.symbol() + " is of " + priced + ".");
        }
    }

    private static void warnAboutCurrency(Valuer.Worth worth, List<Lot> lots, List<String> warnings) {
        Currency priced = worth.unitPrice().price().currency();
        lots.stream()
                .map(lot -> lot.cost().currency())
                .filter(paid -> !paid.equals(priced))
                .findFirst()
                .ifPresent(paid -> warnings.add(
                        worth.symbol() + " was paid for in " + paid + " but its prices are in " + priced + "."));
    }
}
