package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
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
import java.time.Clock;
import java.time.LocalDate;
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
    private final Clock clock;

    Sources(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        this.portfolios = new ViewPortfolio(portfolios);
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.prices = Objects.requireNonNull(prices, "prices");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    Portfolio portfolio(UserId caller, PortfolioId id) {
        return portfolios.view(caller, id);
    }

    Revision revision(UserId caller, PortfolioId id) {
        return new Revision(portfolio(caller, id).version(), prices.revision());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** All entries that count, in effect order. */
    List<Entry> entries(Portfolio portfolio) {
        return transactions.effective(portfolio.id()).stream()
                .map(Transaction::entry)
                .toList();
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

    /** The rates that convert the ledger and these prices into the base currency. */
    Rates rates(
            Portfolio portfolio,
            List<Entry> entries,
            Stream<Currency> priceCurrencies,
            LocalDate to,
            MissingPrices missing) {
        Set<Currency> currencies = new HashSet<>();
        entries.forEach(entry -> {
            currencies.add(entry.currency());
            entry.toAmount().ifPresent(bought -> currencies.add(bought.currency()));
        });
        priceCurrencies.forEach(currencies::add);
        Set<Symbol> symbols = Rates.symbols(portfolio.baseCurrency(), currencies);
        LocalDate from = entries.isEmpty() ? to : entries.get(0).date();
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
        Portfolio portfolio = portfolio(caller, id);
        List<Entry> all = entries(portfolio);
        Map<Symbol, Quote> quotes = quotes(everHeld(all), asOf == null ? today : asOf);
        LocalDate day = asOf == null ? lastDay(all, quotes.values(), today) : asOf;
        List<Entry> entries =
                all.stream().filter(entry -> !entry.date().isAfter(day)).toList();
        Map<Symbol, PriceSeries> ofTransferred = seriesOfTransferred(entries, day);
        MissingPrices missing = new MissingPrices();
        Rates rates = rates(portfolio, entries, currencies(quotes.values(), ofTransferred.values()), day, missing);
        return new Snapshot(portfolio, day, entries, new LatestQuotes(quotes, ofTransferred), rates, missing);
    }

    private Map<Symbol, Quote> quotes(Set<Symbol> symbols, LocalDate day) {
        return symbols.isEmpty() ? Map.of() : prices.latest(symbols, day);
    }

    private static LocalDate lastDay(List<Entry> entries, Collection<Quote> quotes, LocalDate none) {
        Stream<LocalDate> ofEntries = entries.stream().map(Entry::date);
        return Stream.concat(ofEntries, quotes.stream().map(Quote::date))
                .max(LocalDate::compareTo)
                .orElse(none);
    }

    /** Securities that cross the border are valued on their own day, so that the latest close is not enough. */
    private Map<Symbol, PriceSeries> seriesOfTransferred(List<Entry> entries, LocalDate day) {
        Set<Symbol> symbols =
                symbols(entries.stream().filter(Entry::transfersSecurities).flatMap(entry -> entry.symbol().stream()));
        return symbols.isEmpty() ? Map.of() : series(symbols, entries.get(0).date(), day);
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
