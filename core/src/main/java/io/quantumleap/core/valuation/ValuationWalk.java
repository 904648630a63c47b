package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks once through a ledger and its valuation days and values the portfolio at the end of each day. */
final class ValuationWalk {

    private final Portfolio portfolio;
    private final LedgerTail ledger;
    private final Sources.WalkPrices prices;
    private final Provenance fresh;
    private final Valuer valuer;
    private final Totals totals;
    private final List<Book.Disposal> disposals = new ArrayList<>();
    private final Map<Symbol, Money> costs = new HashMap<>();
    private final Set<Symbol> moved = new HashSet<>();
    private final List<ValuedDay> values = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private int next;

    ValuationWalk(Portfolio portfolio, LedgerTail ledger, Sources.WalkPrices prices, MissingPrices missing) {
        this.portfolio = portfolio;
        this.ledger = ledger;
        this.prices = prices;
        this.fresh = Provenance.fresh(portfolio.baseCurrency());
        this.valuer = new Valuer(portfolio, ledger.book(), prices.closes(), prices.rates(), missing, disposals::add);
        this.totals = new Totals(ledger.totals(portfolio.baseCurrency()));
    }

    /** The values of those of the days that are in range. */
    List<ValuedDay> over(List<LocalDate> days, @Nullable LocalDate from, @Nullable LocalDate to) {
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
        return values;
    }

    /** The values of all the days; the state on some of them is remembered. */
    List<ValuedDay> over(List<LocalDate> days, Set<LocalDate> remembered) {
        for (LocalDate day : days) {
            values.add(value(day));
            if (remembered.contains(day)) {
                checkpoints.add(checkpoint(day));
            }
        }
        return values;
    }

    /** What was remembered. */
    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    private Checkpoint checkpoint(LocalDate day) {
        LedgerTail past = new LedgerTail(ledger.start(), ledger.entries().subList(0, next));
        return new Checkpoint(
                day,
                past.first(),
                past.last().orElseThrow(),
                past.count(),
                valuer.book().state(),
                totals.soFar(),
                past.everHeld(),
                past.currencies(),
                past.splits());
    }

    private void enterUntil(LocalDate day) {
        while (hasNextUntil(day)) {
            enter(ledger.entries().get(next++));
        }
    }

    private boolean hasNextUntil(LocalDate day) {
        return next < ledger.entries().size()
                && !ledger.entries().get(next).date().isAfter(day);
    }

    private void enter(Entry entry) {
        valuer.put(entry);
        disposals.forEach(disposal -> totals.sold(disposal, valuer));
        disposals.clear();
        totals.entered(entry, valuer);
        entry.symbol().ifPresent(moved::add);
        entry.toSymbol().ifPresent(moved::add);
    }

    private ValuedDay value(LocalDate day) {
        Money none = Money.zero(portfolio.baseCurrency());
        Money inflow = none;
        Money outflow = none;
        Money income = totals.soFar().income();
        while (hasNextUntil(day)) {
            Entry entry = ledger.entries().get(next++);
            enter(entry);
            Money flow = valuer.externalFlow(entry);
            if (flow.signum() > 0) {
                inflow = inflow.plus(flow);
            } else {
                outflow = outflow.minus(flow);
            }
        }
        Money cash = valuer.cash(day);
        Money value = cash;
        Money cost = none;
        ProvenanceOfDay provenance = new ProvenanceOfDay(day, prices.rates(), prices.freshness(), fresh);
        valuer.book().everyCash().forEach(provenance::cash);
        Set<Symbol> standIns = new TreeSet<>();
        for (Symbol symbol : valuer.book().held()) {
            cost = cost.plus(cost(symbol));
            Valuer.Worth worth = valuer.worth(symbol, day).orElse(null);
            if (worth != null) {
                value = value.plus(worth.value());
                provenance.holding(worth);
                if (worth.unitPrice().source() == PriceSource.TRADE) {
                    standIns.add(symbol);
                }
            }
        }
        moved.clear();
        DailyValue daily = new DailyValue(
                day,
                value,
                inflow,
                outflow,
                cash,
                cost,
                totals.soFar().income().minus(income),
                provenance.isCarriedForward(),
                provenance.provenance());
        return new ValuedDay(daily, standIns, isInDebt());
    }

    /** Costs change with entries alone, so that they are added up again only for what has moved since the day before. */
    private Money cost(Symbol symbol) {
        if (moved.contains(symbol)) {
            costs.remove(symbol);
        }
        return costs.computeIfAbsent(symbol, valuer::cost);
    }

    private boolean isInDebt() {
        for (Money money : valuer.book().everyCash()) {
            if (money.signum() < 0) {
                return true;
            }
        }
        return false;
    }
}
