package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.port.StoredValuations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values a portfolio day by day. Safe for use by many threads. */
public final class ValuePortfolio {

    private final Portfolios portfolios;
    private final Sources sources;
    private final @Nullable Revaluation revaluation;

    /** Works on these ports, computes everything whenever it is asked, and marks prices by Monday to Friday. */
    public ValuePortfolio(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        this(portfolios, transactions, prices, clock, StalePrices.byWeekdays(StalePrices.USUAL_TOLERANCE));
    }

    /** The same, and marks prices by these. */
    public ValuePortfolio(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            Clock clock,
            StalePrices stalePrices) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.sources = new Sources(portfolios, transactions, prices, null, clock, stalePrices);
        this.revaluation = null;
    }

    /** Works on these ports, computes what has changed since it was asked last, and marks prices by Monday to Friday. */
    public ValuePortfolio(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            UnitOfWork work,
            Clock clock) {
        this(
                portfolios,
                transactions,
                prices,
                valuations,
                work,
                clock,
                StalePrices.byWeekdays(StalePrices.USUAL_TOLERANCE));
    }

    /** The same, and marks prices by these. */
    public ValuePortfolio(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            UnitOfWork work,
            Clock clock,
            StalePrices stalePrices) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.sources = new Sources(portfolios, transactions, prices, valuations, clock, stalePrices);
        this.revaluation = new Revaluation(sources, valuations, work);
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
        if (portfolio.ledger().transactionCount() == 0) {
            return new Valued.Known<>(series(portfolio, List.of()));
        }
        // Who comes while they are computed in the background computes them as well, and does not wait.
        Valued<List<ValuedDay>> days = Optional.ofNullable(revaluation)
                .flatMap(stored -> stored.days(portfolio, from, to))
                .orElseGet(() -> computed(portfolio, from, to));
        boolean whole = from == null && to == null;
        if (days instanceof Valued.Unmeasurable<List<ValuedDay>> && revaluation != null && !whole) {
            // What cannot be valued as a whole may still be known for the days in question.
            days = computed(portfolio, from, to);
        }
        return days.map(known -> series(portfolio, known));
    }

    private Valued<List<ValuedDay>> computed(Portfolio portfolio, @Nullable LocalDate from, @Nullable LocalDate to) {
        LedgerTail ledger = sources.wholeLedger(portfolio);
        if (ledger.isEmpty()) {
            return new Valued.Known<>(List.of());
        }
        MissingPrices missing = new MissingPrices();
        Sources.WalkPrices prices = sources.walkPrices(portfolio, ledger, missing);
        ValuationWalk walk = new ValuationWalk(portfolio, ledger, prices, missing);
        return missing.unlessAny(walk.over(prices.days().days(), from, to));
    }

    /** Brings the stored values up to date, if they are kept; a portfolio that is gone is left alone. */
    void refresh(UserId owner, PortfolioId id) {
        if (revaluation != null) {
            portfolios.find(owner, id).ifPresent(revaluation::refresh);
        }
    }

    private ValuationSeries series(Portfolio portfolio, List<ValuedDay> days) {
        return new ValuationSeries(
                portfolio.id(),
                portfolio.baseCurrency(),
                days.stream().map(ValuedDay::value).toList(),
                sources.staleAfter(),
                warnings(days));
    }

    private static List<String> warnings(List<ValuedDay> days) {
        List<String> warnings = new ArrayList<>();
        Map<Symbol, LocalDate> standIns = new TreeMap<>();
        days.forEach(day -> day.standIns()
                .forEach(symbol -> standIns.put(symbol, day.value().date())));
        standIns.forEach((symbol, last) -> warnings.add(
                symbol + " has no close until " + last + "; the price it was traded at stands in until then."));
        List<LocalDate> inDebt = days.stream()
                .filter(ValuedDay::inDebt)
                .map(day -> day.value().date())
                .toList();
        if (!inDebt.isEmpty()) {
            warnings.add("Cash is negative on " + inDebt.size() + " days, first on " + inDebt.get(0)
                    + ". Either a deposit is missing or the broker lends.");
        }
        return warnings;
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
