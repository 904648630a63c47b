package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks once through ledger and valuation days and values the portfolio at the end of each day. */
final class DailyWalk {

    private final Portfolio portfolio;
    private final List<Entry> entries;
    private final Valuer valuer;
    private final List<DailyValue> values = new ArrayList<>();
    private final Map<Symbol, LocalDate> standIns = new TreeMap<>();
    private int next;
    private int daysInDebt;
    private @Nullable LocalDate firstDayInDebt;

    DailyWalk(Portfolio portfolio, List<Entry> entries, Valuer valuer) {
        this.portfolio = portfolio;
        this.entries = entries;
        this.valuer = valuer;
    }

    /** The values of those of the days that are in range. */
    ValuationSeries over(List<LocalDate> days, @Nullable LocalDate from, @Nullable LocalDate to) {
        for (LocalDate day : days) {
            if (to != null && day.isAfter(to)) {
                break;
            }
            if (from == null || !day.isBefore(from)) {
                values.add(value(day));
            } else {
                enterUntil(day);
            }
        }
        return new ValuationSeries(portfolio.id(), portfolio.baseCurrency(), values, warnings());
    }

    private void enterUntil(LocalDate day) {
        while (hasNextUntil(day)) {
            valuer.put(entries.get(next++));
        }
    }

    private boolean hasNextUntil(LocalDate day) {
        return next < entries.size() && !entries.get(next).date().isAfter(day);
    }

    private DailyValue value(LocalDate day) {
        Money none = Money.zero(portfolio.baseCurrency());
        Money inflow = none;
        Money outflow = none;
        while (hasNextUntil(day)) {
            Entry entry = entries.get(next++);
            valuer.put(entry);
            Money flow = valuer.externalFlow(entry);
            if (flow.signum() > 0) {
                inflow = inflow.plus(flow);
            } else {
                outflow = outflow.minus(flow);
            }
        }
        Money cash = valuer.cash(day);
        Money value = cash;
        boolean carriedForward = valuer.isCashRateCarriedForward(day);
        for (Symbol symbol : valuer.book().held()) {
            Optional<Valuer.Worth> worth = valuer.worth(symbol, day);
            if (worth.isPresent()) {
                value = value.plus(worth.get().value());
                carriedForward |= valuer.isCarriedForward(worth.get(), day);
                noteStandIn(worth.get(), day);
            }
        }
        noteDebt(day);
        return new DailyValue(day, value, inflow, outflow, cash, carriedForward);
    }

    private void noteStandIn(Valuer.Worth worth, LocalDate day) {
        if (worth.unitPrice().source() == PriceSource.TRADE) {
            standIns.put(worth.symbol(), day);
        }
    }

    private void noteDebt(LocalDate day) {
        for (Money money : valuer.book().everyCash()) {
            if (money.signum() < 0) {
                daysInDebt++;
                firstDayInDebt = firstDayInDebt == null ? day : firstDayInDebt;
                return;
            }
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        standIns.forEach((symbol, last) -> warnings.add(
                symbol + " has no close until " + last + "; the price it was traded at stands in until then."));
        if (firstDayInDebt != null) {
            warnings.add("Cash is negative on " + daysInDebt + " days, first on " + firstDayInDebt
                    + ". Either a deposit is missing or the broker lends.");
        }
        return warnings;
    }
}
