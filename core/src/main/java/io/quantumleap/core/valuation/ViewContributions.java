package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows which holdings made the gain or the loss of a period. Safe for use by many threads. */
public final class ViewContributions {

    private final Sources sources;

    /** Works on these ports. */
    public ViewContributions(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        // Gains need the whole ledger, so no stored state shortens it.
        this.sources = new Sources(portfolios, transactions, prices, null, clock);
    }

    /**
     * The gains from the close before the first day to the close of the last.
     *
     * @param from first day that counts; null for the first transaction
     * @param to last day, not in the future; null for the last day that has a transaction or a price
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws InvalidValueException if a day is in the future or the last lies before the first
     */
    public Valued<ContributionsView> view(
            UserId caller, PortfolioId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        Snapshot end = sources.snapshot(caller, id, to);
        LocalDate start = from == null ? end.firstDay().minusDays(1) : from.minusDays(1);
        if (start.isAfter(end.day())) {
            throw new InvalidValueException("The last day, " + end.day() + ", lies before the first.");
        }
        Snapshot before = sources.snapshot(caller, id, start);
        HoldingsView opening = before.holdings(before.play());
        GainLedger gains = new GainLedger(opening.currency(), start, end.day());
        HoldingsView closing = end.holdings(end.play(gains));
        return before.unlessPricesAreMissing(opening)
                .fold(
                        known -> end.unlessPricesAreMissing(view(opening, closing, gains)),
                        missing -> new Valued.Unmeasurable<>(List.copyOf(missing)));
    }

    private static ContributionsView view(HoldingsView opening, HoldingsView closing, GainLedger gains) {
        Map<Symbol, Money> atStart = values(opening);
        Map<Symbol, Money> atEnd = values(closing);
        List<ContributionsView.Part> parts = gains.symbols(atStart, atEnd).stream()
                .map(symbol -> gains.part(symbol, atStart, atEnd))
                .sorted(Comparator.comparing(ContributionsView.Part::gain))
                .toList();
        Money gain = closing.total().minus(opening.total()).minus(gains.inflow());
        Money ofHoldings =
                parts.stream().map(ContributionsView.Part::gain).reduce(Money.zero(opening.currency()), Money::plus);
        return new ContributionsView(
                opening.portfolio(),
                opening.asOf(),
                closing.asOf(),
                opening.total(),
                closing.total(),
                gains.inflow(),
                gain,
                gain.minus(ofHoldings),
                gains.capital(opening.total()),
                parts);
    }

    private static Map<Symbol, Money> values(HoldingsView view) {
        return view.holdings().stream().collect(Collectors.toMap(Holding::symbol, Holding::value));
    }
}
