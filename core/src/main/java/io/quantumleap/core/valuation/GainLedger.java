package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sums what each holding took and gave in a period, while the ledger is played. */
final class GainLedger implements Snapshot.Observer {

    private final Currency base;
    private final LocalDate start;
    private final LocalDate end;
    private final Map<Symbol, Money> given = new TreeMap<>();
    private final Map<Symbol, Money> weighted = new TreeMap<>();
    private Money inflow;
    private Money weightedInflow;

    /** For the days after the start, up to the end. */
    GainLedger(Currency base, LocalDate start, LocalDate end) {
        this.base = base;
        this.start = start;
        this.end = end;
        this.inflow = Money.zero(base);
        this.weightedInflow = Money.zero(base);
    }

    @Override
    public void entered(Entry entry, Valuer valuer) {
        if (!entry.date().isAfter(start)) {
            return;
        }
        BigDecimal stay = stay(entry.date());
        Money external = valuer.externalFlow(entry);
        inflow = inflow.plus(external);
        weightedInflow = weightedInflow.plus(external.times(stay));
        entry.symbol().ifPresent(symbol -> {
            Money cash = entry.cashEffects().stream()
                    .map(money -> valuer.inBase(money, entry.date()))
                    .reduce(Money.zero(base), Money::plus);
            Money received = entry.transfersSecurities() ? cash.minus(external) : cash;
            given.merge(symbol, received, Money::plus);
            weighted.merge(symbol, received.negated().times(stay), Money::plus);
        });
    }

    /** The part of the period for which something stays that comes on a day. */
    private BigDecimal stay(LocalDate day) {
        long length = ChronoUnit.DAYS.between(start, end);
        return length <= 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(ChronoUnit.DAYS.between(day, end))
                        .divide(BigDecimal.valueOf(length), MathContext.DECIMAL64);
    }

    Money inflow() {
        return inflow;
    }

    Money capital(Money startValue) {
        return startValue.plus(weightedInflow);
    }

    /** All instruments that are held at either end or moved between. */
    Set<Symbol> symbols(Map<Symbol, Money> atStart, Map<Symbol, Money> atEnd) {
        Set<Symbol> all = new TreeSet<>(given.keySet());
        all.addAll(atStart.keySet());
        all.addAll(atEnd.keySet());
        return all;
    }

    ContributionsView.Part part(Symbol symbol, Map<Symbol, Money> atStart, Map<Symbol, Money> atEnd) {
        Money none = Money.zero(base);
        Money first = atStart.getOrDefault(symbol, none);
        Money last = atEnd.getOrDefault(symbol, none);
        return new ContributionsView.Part(
                symbol,
                first,
                last,
                last.minus(first).plus(given.getOrDefault(symbol, none)),
                first.plus(weighted.getOrDefault(symbol, none)));
    }
}
