package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values a portfolio day by day. Safe for use by many threads. */
public final class ValuePortfolio {

    private final Sources sources;

    /** Works on these ports. */
    public ValuePortfolio(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        this.sources = new Sources(portfolios, transactions, prices, clock);
    }

    /**
     * The daily values in a range of days. The flows of the first day of the range are those since the valuation day
     * before it, also when that one is out of range.
     *
     * @param from first day, inclusive; null for the day of the first transaction
     * @param to last day, inclusive; null for the last day that has a transaction or a price
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Valued<ValuationSeries> daily(
            UserId caller, PortfolioId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        Portfolio portfolio = sources.portfolio(caller, id);
        List<Entry> entries = sources.entries(portfolio);
        if (entries.isEmpty()) {
            return new Valued.Known<>(
                    new ValuationSeries(portfolio.id(), portfolio.baseCurrency(), List.of(), List.of()));
        }
        LocalDate first = entries.get(0).date();
        LocalDate today = sources.today();
        Map<Symbol, PriceSeries> series = sources.series(Sources.everHeld(entries), first, today);
        MissingPrices missing = new MissingPrices();
        Rates rates =
                sources.rates(portfolio, entries, series.values().stream().map(PriceSeries::currency), today, missing);
        Valuer valuer = new Valuer(
                portfolio.baseCurrency(),
                portfolio.policy().lotMethod(),
                new Closes((symbol, day) -> quote(series, symbol, day), entries),
                rates,
                missing,
                disposal -> {});
        DailyWalk walk = new DailyWalk(portfolio, entries, valuer);
        return missing.unlessAny(walk.over(ValuationDays.of(entries, series.values()), from, to));
    }

    private static Optional<Quote> quote(Map<Symbol, PriceSeries> series, Symbol symbol, LocalDate day) {
        return Optional.ofNullable(series.get(symbol)).flatMap(whole -> whole.quoteOnOrBefore(day));
    }

    /**
     * What a valuation of the portfolio depends on now, found without valuing it. Ask before valuing: a change in
     * between then shows as a newer revision later, never as an old value under a new one.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Revision revision(UserId caller, PortfolioId id) {
        return sources.revision(caller, id);
    }
}
