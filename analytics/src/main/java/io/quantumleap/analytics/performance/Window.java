package io.quantumleap.analytics.performance;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.returns.CashFlow;
import io.quantumleap.analytics.returns.Linking;
import io.quantumleap.analytics.returns.MoneyWeightedReturn;
import io.quantumleap.analytics.returns.TimeWeightedReturn;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.PricingSummary;
import io.quantumleap.core.valuation.PricingTally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a history that is measured: from the closing value of one valuation to a later one. Since inception it starts
 * from nothing before the first valuation, unless that one is worth just what was paid in: then its day has no return of its
 * own and its closing value is the start. Positions count from the start (0), so that position {@code p} is valuation {@code base + p}.
 */
final class Window {

    private final ValuationHistory history;
    private final boolean sinceInception;
    private final int base;
    private final int end;

    private Window(ValuationHistory history, boolean sinceInception, int base, int end) {
        this.history = history;
        this.sinceInception = sinceInception;
        this.base = base;
        this.end = end;
    }

    /** The window that the question means; empty when there is no valuation up to its end. */
    static Optional<Window> of(ValuationHistory history, PerformanceQuestion question) {
        int end = question.lastDay().map(history::indexOnOrBefore).orElse(history.size() - 1);
        if (end < 0) {
            return Optional.empty();
        }
        int base = Math.min(
                end,
                start(question, history.date(end)).map(history::indexOnOrBefore).orElse(-1));
        boolean sinceInception = base < 0;
        return Optional.of(
                new Window(history, sinceInception, sinceInception && history.startsAtCost() ? 0 : base, end));
    }

    private static Optional<LocalDate> start(PerformanceQuestion question, LocalDate end) {
        Timeframe timeframe = question.timeframe();
        return timeframe == null ? question.firstDay() : Optional.of(timeframe.startFor(end));
    }

    /** How many valuations follow the start. */
    int length() {
        return end - base;
    }

    /** Whether the window starts from nothing, before the first valuation. */
    boolean fromNothing() {
        return base < 0;
    }

    /** The day of a position; of a start from nothing, the first valuation's. */
    LocalDate date(int position) {
        return history.date(Math.max(base + position, 0));
    }

    LocalDate startDate() {
        return date(0);
    }

    LocalDate endDate() {
        return date(length());
    }

    /**
     * How many of the first returns start from nothing, so that a benchmark has no close to be measured from: one or none.
     *
     * @param ends for each return, the position that it ends at
     */
    int returnsWithoutStart(int[] ends) {
        return fromNothing() && ends.length > 0 && ends[0] == 1 ? 1 : 0;
    }

    /** The recorded value at a position after a start from nothing, or at any other. */
    Money value(int position) {
        return history.value(base + position);
    }

    /** What was there before the flows of the window: nothing, since inception. */
    Money startValue() {
        return sinceInception ? Money.zero(history.currency()) : history.value(base);
    }

    Money inflow() {
        return history.inflow(sinceInception ? -1 : base, end);
    }

    Money outflow() {
        return history.outflow(sinceInception ? -1 : base, end);
    }

    /** Deposits that are not recorded and had to be assumed up to the end of the window. */
    double assumedFunding() {
        return history.assumedFunding(end);
    }

    /** What the values from the start on stand on. */
    PricingSummary pricing() {
        PricingTally tally = new PricingTally(history.staleAfter());
        for (int i = Math.max(base, 0); i <= end; i++) {
            tally.add(history.date(i), history.provenance(i));
        }
        return tally.summary();
    }

    Linking link() {
        double[] values = new double[length() + 1];
        double[] inflows = new double[length() + 1];
        double[] outflows = new double[length() + 1];
        values[0] = history.fundedValue(base);
        for (int i = 1; i < values.length; i++) {
            values[i] = history.fundedValue(base + i);
            inflows[i] = history.fundedInflow(base + i);
            outflows[i] = history.outflow(base + i);
        }
        return TimeWeightedReturn.link(values, inflows, outflows);
    }

    /** The annual rate at which what was there and what came in grew to what went out and what is there. */
    Measure moneyWeightedReturn() {
        List<CashFlow> flows = new ArrayList<>();
        add(flows, startDate(), -history.fundedValue(base));
        for (int i = 1; i <= length(); i++) {
            add(flows, date(i), history.outflow(base + i) - history.fundedInflow(base + i));
        }
        add(flows, endDate(), history.fundedValue(end));
        return MoneyWeightedReturn.annualRate(flows);
    }

    private static void add(List<CashFlow> flows, LocalDate date, double amount) {
        if (amount != 0) {
            flows.add(new CashFlow(date, amount));
        }
    }
}
