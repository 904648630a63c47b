package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.port.StoredValuations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what valuations are made of, each kind in one go however much is held. */
final class Sources {

    private final ViewPortfolio portfolios;
    private final Transactions transactions;
    private final PriceHistory prices;
    private final @Nullable StoredValuations valuations;
    private final Clock clock;
    private final StalePrices stalePrices;

    Sources(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            @Nullable StoredValuations valuations,
            Clock clock) {
        this(portfolios, transactions, prices, valuations, clock, StalePrices.byWeekdays(StalePrices.USUAL_TOLERANCE));
    }

    Sources(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            @Nullable StoredValuations valuations,
            Clock clock,
            StalePrices stalePrices) {
        this.portfolios = new ViewPortfolio(portfolios);
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.prices = Objects.requireNonNull(prices, "prices");
        this.valuations = valuations;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.stalePrices = Objects.requireNonNull(stalePrices, "stalePrices");
    }

    Portfolio portfolio(UserId caller, PortfolioId id) {
        return portfolios.view(caller, id);
    }

    Revision revision(UserId caller, PortfolioId id) {
        return new Revision(portfolio(caller, id).version(), priceRevision());
    }

    /** How many trading days a price may be carried forward. */
    int staleAfter() {
        return stalePrices.tolerance();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    long priceRevision() {
        return prices.revision();
    }

    long lastSequence(Portfolio portfolio) {
        return transactions.lastSequence(portfolio.id());
    }

    /** The first day that a transaction has touched since the values were stored. */
    Optional<LocalDate> ledgerChange(Portfolio portfolio, ValuationStamp stamp) {
        return transactions.firstChange(portfolio.id(), stamp.sequence());
    }

    /** The first day that a price has touched since the values were stored. */
    Optional<LocalDate> priceChange(ValuationStamp stamp) {
        return prices.firstChange(stamp.pricedBy(), stamp.priceRevision());
    }

    LedgerTail wholeLedger(Portfolio portfolio) {
        // Not as a list of transactions: a long ledger is held once, and only what its valuation needs.
        List<Entry> entries = new ArrayList<>();
        transactions.play(portfolio.id(), transaction -> entries.add(transaction.entry()));
        return new LedgerTail(null, entries);
    }

    /** The ledger from the latest stored checkpoint on that is from before a day. */
    LedgerTail ledgerBefore(Portfolio portfolio, LocalDate day) {
        return Optional.ofNullable(valuations)
                .flatMap(stored -> stored.checkpointBefore(portfolio.id(), day))
                .map(start -> new LedgerTail(start, entries(transactions.effective(portfolio.id(), start.day()))))
                .orElseGet(() -> wholeLedger(portfolio));
    }

    private static List<Entry> entries(List<Transaction> transactions) {
        return transactions.stream().map(Transaction::entry).toList();
    }

    /**
     * The ledger for a look at a day: from the latest checkpoint on that still holds. Whether it holds is asked after the entries were
     * read, so that none of them can have come in unnoticed.
     */
    private LedgerTail ledgerFor(Portfolio portfolio, LocalDate day) {
        Optional<ValuationStamp> stamp = Optional.ofNullable(valuations)
                .flatMap(stored -> stored.stamp(portfolio.id()))
                .filter(found -> ValuationBasis.holdsForBook(found, portfolio));
        if (stamp.isEmpty()) {
            return wholeLedger(portfolio);
        }
        LedgerTail ledger = ledgerBefore(portfolio, day.plusDays(1));
        while (ledger.done().isPresent()) {
            LocalDate changed = firstChange(portfolio, stamp.get());
            if (changed.isAfter(ledger.done().get())) {
                return ledger;
            }
            ledger = ledgerBefore(portfolio, changed);
        }
        return ledger;
    }

    private LocalDate firstChange(Portfolio portfolio, ValuationStamp stamp) {
        return Stream.concat(ledgerChange(portfolio, stamp).stream(), priceChange(stamp).stream())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    /** The instruments of which something was ever held. */
    static Set<Symbol> everHeld(Collection<Entry> entries) {
        return symbols(entries.stream()
                .filter(entry -> opens(entry.type()))
                .flatMap(entry -> Stream.concat(entry.symbol().stream(), entry.toSymbol().stream())));
    }

    private static boolean opens(TransactionType type) {
        return switch (type) {
            case BUY, SHORT, REINVESTED_DIVIDEND, TRANSFER_IN, SPIN_OFF, MERGER, SYMBOL_CHANGE -> true;
            default -> false;
        };
    }

    private static Set<Symbol> symbols(Stream<Symbol> symbols) {
        return symbols.collect(Collectors.toCollection(TreeSet::new));
    }

    Map<Symbol, PriceSeries> series(Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        return symbols.isEmpty() ? Map.of() : prices.series(symbols, from, to);
    }

    /**
     * What it takes to walk through a ledger that is not empty.
     *
     * @param days the days to value
     * @param closes the prices of units
     * @param rates the exchange rates
     * @param pricedBy the symbols of all of these prices
     * @param freshness tells which of them are too old
     */
    record WalkPrices(
            ValuationDays days, Closes closes, Rates rates, Set<Symbol> pricedBy, StalePrices.Judge freshness) {}

    WalkPrices walkPrices(Portfolio portfolio, LedgerTail ledger, MissingPrices missing) {
        LocalDate today = today();
        Set<Symbol> everHeld = ledger.everHeld();
        Map<Symbol, PriceSeries> series = series(everHeld, ledger.done().orElseGet(ledger::first), today);
        Set<Symbol> rateSymbols =
                rateSymbols(portfolio, ledger, series.values().stream().map(PriceSeries::currency));
        Set<Symbol> pricedBy = new TreeSet<>(everHeld);
        pricedBy.addAll(rateSymbols);
        return new WalkPrices(
                ValuationDays.of(ledger, series.values()),
                new Closes((symbol, day) -> quote(series, symbol, day), ledger.splits()),
                rates(portfolio, ledger, rateSymbols, today, missing),
                pricedBy,
                stalePrices.of(pricedBy));
    }

    private static Optional<Quote> quote(Map<Symbol, PriceSeries> series, Symbol symbol, LocalDate day) {
        return Optional.ofNullable(series.get(symbol)).flatMap(whole -> whole.quoteOnOrBefore(day));
    }

    private static Set<Symbol> rateSymbols(Portfolio portfolio, LedgerTail ledger, Stream<Currency> priceCurrencies) {
        Set<Currency> currencies = new HashSet<>(ledger.currencies());
        priceCurrencies.forEach(currencies::add);
        return Rates.symbols(portfolio.baseCurrency(), currencies);
    }

    /** The rates that convert the ledger and its prices into the base currency. */
    private Rates rates(
            Portfolio portfolio, LedgerTail ledger, Set<Symbol> symbols, LocalDate to, MissingPrices missing) {
        // A checkpoint may be of a day after the last that counts: one that had a close of what was never held after
        // all.
        LocalDate first = ledger.isEmpty() ? to : ledger.firstRate(portfolio.baseCurrency());
        LocalDate from = first.isAfter(to) ? to : first;
        return new Rates(portfolio.baseCurrency(), series(symbols, from, to), missing);
    }

    /**
     * Everything for a look at one day.
     *
     * @param asOf the day, or null for the last day that has a transaction or a price
     * @throws InvalidValueException if the day is in the future
     */
    Snapshot snapshot(UserId caller, PortfolioId id, @Nullable LocalDate asOf) {
        LocalDate today = today();
        if (asOf != null && asOf.isAfter(today)) {
            throw new InvalidValueException("The day is after today, " + today + ".");
        }
        LocalDate latest = asOf == null ? today : asOf;
        Portfolio portfolio = portfolio(caller, id);
        LedgerTail all = ledgerFor(portfolio, latest);
        Map<Symbol, Quote> quotes = quotes(all.everHeld(), latest);
        LocalDate day = asOf == null ? lastDay(all, quotes.values(), today) : asOf;
        LedgerTail ledger = all.until(day);
        Map<Symbol, PriceSeries> ofTransferred = seriesOfTransferred(ledger, day);
        MissingPrices missing = new MissingPrices();
        Set<Symbol> rateSymbols = rateSymbols(portfolio, ledger, currencies(quotes.values(), ofTransferred.values()));
        Rates rates = rates(portfolio, ledger, rateSymbols, day, missing);
        Set<Symbol> judged = new TreeSet<>(quotes.keySet());
        judged.addAll(rateSymbols);
        return new Snapshot(
                portfolio,
                day,
                ledger,
                new LatestQuotes(quotes, ofTransferred),
                rates,
                missing,
                stalePrices.of(judged));
    }

    private Map<Symbol, Quote> quotes(Set<Symbol> symbols, LocalDate day) {
        return symbols.isEmpty() ? Map.of() : prices.latest(symbols, day);
    }

    private static LocalDate lastDay(LedgerTail ledger, Collection<Quote> quotes, LocalDate none) {
        return Stream.concat(ledger.last().stream(), quotes.stream().map(Quote::date))
                .max(LocalDate::compareTo)
                .orElse(none);
    }

    /** Securities that cross the border are valued on their own day, so that the latest close is not enough. */
    private Map<Symbol, PriceSeries> seriesOfTransferred(LedgerTail ledger, LocalDate day) {
        Set<Symbol> symbols = symbols(
                ledger.entries().stream().filter(Entry::transfersSecurities).flatMap(entry -> entry.symbol().stream()));
        return symbols.isEmpty() ? Map.of() : series(symbols, ledger.done().orElseGet(ledger::first), day);
    }

    private static Stream<Currency> currencies(Collection<Quote> quotes, Collection<PriceSeries> series) {
        return Stream.concat(
                quotes.stream().map(quote -> quote.close().currency()),
                series.stream().map(PriceSeries::currency));
    }

    /** The latest close of each instrument, and the whole history of some. */
    private record LatestQuotes(Map<Symbol, Quote> quotes, Map<Symbol, PriceSeries> series) implements Closes.History {

        @Override
        public Optional<Quote> onOrBefore(Symbol symbol, LocalDate day) {
            PriceSeries whole = series.get(symbol);
            if (whole != null) {
                return whole.quoteOnOrBefore(day);
            }
            return Optional.ofNullable(quotes.get(symbol))
                    .filter(quote -> !quote.date().isAfter(day));
        }
    }
}
