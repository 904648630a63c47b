package io.quantumleap.core.valuation;

import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows the gains that a portfolio realised, lot by lot. Safe for use by many threads. */
public final class ViewGains {

    private final Sources sources;

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
        Snapshot snapshot = sources.snapshot(caller, id, null);
        GainsOfSales observer = new GainsOfSales(snapshot.portfolio().policy());
        snapshot.play(observer);
        List<RealisedGain> gains = observer.gains().stream()
                .filter(gain -> from == null || !gain.date().isBefore(from))
                .filter(gain -> to == null || !gain.date().isAfter(to))
                .toList();
        Map<String, GainsView.Total> totals = new TreeMap<>();
        Money inBase = Money.zero(snapshot.portfolio().baseCurrency());
        for (RealisedGain gain : gains) {
            inBase = inBase.plus(gain.gainInBase());
            gain.gain()
                    .ifPresent(money -> totals.merge(
                            money.currency().getCurrencyCode(),
                            GainsView.Total.none(money.currency()).plus(gain, money),
                            (sum, one) -> sum.plus(gain, money)));
        }
        return snapshot.unlessPricesAreMissing(new GainsView(
                snapshot.portfolio().id(),
                snapshot.portfolio().baseCurrency(),
                snapshot.portfolio().policy().lotMethod(),
                from,
                to,
                gains,
                List.copyOf(totals.values()),
                inBase));
    }
}
