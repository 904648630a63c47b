package io.quantumleap.analytics.performance;

import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.DailyValue;
import io.quantumleap.core.valuation.Provenance;
import io.quantumleap.core.valuation.ValuationSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** All valuations of a portfolio as arrays for computation, with running totals of its flows that are exact. */
final class ValuationHistory {

    private final Currency currency;
    private final long[] days;
    private final Money[] exactValues;
    private final Provenance[] provenances;
    private final int staleAfter;
    private final BigDecimal[] inflowsUntil;
    private final BigDecimal[] outflowsUntil;
    private final double[] values;
    private final double[] inflows;
    private final double[] outflows;
    private final double[] funding;
    private final List<String> warnings;

    ValuationHistory(ValuationSeries series) {
        List<DailyValue> daily = series.days();
        int n = daily.size();
        currency = series.currency();
        warnings = series.warnings();
        days = new long[n];
        exactValues = new Money[n];
        provenances = new Provenance[n];
        staleAfter = series.staleAfter();
        inflowsUntil = new BigDecimal[n];
        outflowsUntil = new BigDecimal[n];
        values = new double[n];
        inflows = new double[n];
        outflows = new double[n];
        double[] cash = new double[n];
        BigDecimal in = BigDecimal.ZERO;
        BigDecimal out = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            DailyValue day = daily.get(i);
            in = sum(in, day.inflow());
            out = sum(out, day.outflow());
            days[i] = day.date().toEpochDay();
            exactValues[i] = day.value();
            provenances[i] = day.provenance();
            inflowsUntil[i] = in;
            outflowsUntil[i] = out;
            values[i] = day.value().amount().doubleValue();
            inflows[i] = day.inflow().amount().doubleValue();
            outflows[i] = day.outflow().amount().doubleValue();
            cash[i] = day.cash().amount().doubleValue();
        }
        funding = canBeLinked() ? new double[n] : missingDeposits(cash);
    }

    /** Whether there was capital to earn a return on, every day, and not more than all of it was lost. */
    private boolean canBeLinked() {
        double capital = 0;
        for (int i = 0; i < days.length; i++) {
            capital += inflows[i];
            double result = values[i] + outflows[i];
            if (capital < 0 || result < 0 || (capital == 0 && result != 0)) {
                return false;
            }
            capital = values[i];
        }
        return true;
    }

    /** What must have been paid in until each day for cash never to have been negative. */
    private static double[] missingDeposits(double[] cash) {
        double[] missing = new double[cash.length];
        double most = 0;
        for (int i = 0; i < cash.length; i++) {
            most = Math.max(most, -cash[i]);
            missing[i] = most;
        }
        return missing;
    }

    /** The same object when nothing is added, so that quiet days share one total. */
    private static BigDecimal sum(BigDecimal total, Money flow) {
        return flow.signum() == 0 ? total : total.add(flow.amount());
    }

    Currency currency() {
        return currency;
    }

    List<String> warnings() {
        return warnings;
    }

    int size() {
        return days.length;
    }

    LocalDate date(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** The last valuation that is not after the day, or -1. */
    int indexOnOrBefore(LocalDate day) {
        int found = Arrays.binarySearch(days, day.toEpochDay());
        return found >= 0 ? found : -found - 2;
    }

    Money value(int index) {
        return exactValues[index];
    }

    /** What the value stands on. */
    Provenance provenance(int index) {
        return provenances[index];
    }

    /** Over how many trading days a price may be carried forward. */
    int staleAfter() {
        return staleAfter;
    }

    /** What came in after the valuation {@code from} (-1 for since ever) and not after {@code to}. */
    Money inflow(int from, int to) {
        return between(inflowsUntil, from, to);
    }

    /** Likewise what went out. */
    Money outflow(int from, int to) {
        return between(outflowsUntil, from, to);
    }

    private Money between(BigDecimal[] until, int from, int to) {
        BigDecimal before = from < 0 ? BigDecimal.ZERO : until[from];
        return new Money(until[to].subtract(before), currency);
    }

    /** Whether the first valuation is worth just what was paid in for it, so that its day has no return of its own. */
    boolean startsAtCost() {
        Money invested = inflow(-1, 0).minus(outflow(-1, 0));
        return exactValues[0].compareTo(invested) == 0;
    }

    /**
     * What must have been paid in until this valuation beside the recorded deposits. It is more than zero only for a ledger
     * that cannot be measured as it stands because purchases were made with money that nobody paid in.
     */
    double assumedFunding(int index) {
        return index < 0 ? 0 : funding[index];
    }

    /** The value with the assumed funding; before the first valuation (-1) there is none. */
    double fundedValue(int index) {
        return index < 0 ? 0 : values[index] + funding[index];
    }

    /** What came in for this valuation, with the assumed funding. */
    double fundedInflow(int index) {
        return inflows[index] + funding[index] - assumedFunding(index - 1);
    }

    double outflow(int index) {
        return outflows[index];
    }
}
