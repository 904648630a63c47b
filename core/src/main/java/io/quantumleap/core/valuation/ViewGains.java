package io.quantumleap.core.valuation;

import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the gains that a portfolio realised, lot by lot. Safe for use by many threads. */
public final class ViewGains {

    /** About 60 MB. */
    private static final int MOST_KEPT = 200_000;

    private final Sources sources;
    private final RecentGains recent = new RecentGains(MOST_KEPT);

    /** Works on these ports. */
    public ViewGains(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        this.sources = new Sources(portfolios, transactions, prices, null, clock);
    }

    /**
     * The gains by the portfolio's method, which holds for the whole ledger.
     *
     * @param from first day, inclusive; null for the beginning
     * @param to last day, inclusive; null for the end
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Valued<GainsView> view(UserId caller, PortfolioId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        // Asked first: a change in between makes the next answer new, never this one look current.
        RecentGains.Key key = new RecentGains.Key(id, sources.revision(caller, id), sources.today(), from, to);
        return recent.find(key).<Valued<GainsView>>map(Valued.Known::new).orElseGet(() -> computed(caller, key)
                .map(view -> {
                    recent.keep(key, view);
                    return view;
                }));
    }

    /**
     * One page of the same, newest first, with the totals of all. Pages after the first do not play the ledger again.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws io.quantumleap.core.shared.InvalidValueException if the cursor is not one that a page handed out
     */
    public Valued<GainsPage> page(
            UserId caller, PortfolioId id, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest request) {
        return view(caller, id, from, to).map(view -> GainsPage.of(view, request));
    }

    private Valued<GainsView> computed(UserId caller, RecentGains.Key key) {
        Snapshot snapshot = sources.snapshot(caller, key.portfolio(), null);
        GainsOfSales observer = new GainsOfSales(snapshot.portfolio().policy());
        snapshot.play(observer);
        GainTotals totals = new GainTotals(snapshot.portfolio().baseCurrency());
        List<RealisedGain> gains = observer.gains().stream()
                .filter(gain -> key.from() == null || !gain.date().isBefore(key.from()))
                .filter(gain -> key.to() == null || !gain.date().isAfter(key.to()))
                .toList();
        gains.forEach(totals::add);
        return snapshot.unlessPricesAreMissing(new GainsView(
                key.portfolio(),
                snapshot.portfolio().baseCurrency(),
                snapshot.portfolio().policy().lotMethod(),
                key.from(),
                key.to(),
                gains,
                totals.totals(),
                totals.years(),
                totals.inBase(),
                totals.mayBeWashSales()));
    }
}
