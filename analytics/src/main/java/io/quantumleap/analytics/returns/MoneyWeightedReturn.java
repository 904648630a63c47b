package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The money-weighted return of dated cash flows, as the annual rate that makes their present value zero (XIRR): the sum of
 * {@code c_i / (1 + r)^(d_i / 365)} over the flows, {@code d_i} days after the first, as Excel's documentation of XIRR
 * defines it. The rate is above -100 %.
 *
 * <p>It does not start from a guess. When the flows, in order of time, change sign once, exactly one rate exists, and it is
 * bracketed and found. When they change sign more often, the rate found is the answer if it is provably the only one
 * (Soper's condition: the balance that the flows leave at that rate never changes its side before the end), or if a search
 * of the turning points of the present value finds no other (complete up to 24 sign changes, on a fine grid beyond);
 * otherwise the answer is {@link Reason#SEVERAL_ROOTS}. Flows that change sign and yet have no rate, which an even number of
 * changes allows, answer {@link Reason#NO_CONVERGENCE}.
 */
public final class MoneyWeightedReturn {

    private static final double DAYS_PER_YEAR = 365;

    private MoneyWeightedReturn() {}

    /** The annual rate, or {@link Reason#NO_SIGN_CHANGE}, {@link Reason#NO_TIME}, {@link Reason#SEVERAL_ROOTS}, {@link Reason#NO_CONVERGENCE} or {@link Reason#OUT_OF_RANGE}. */
    public static Measure annualRate(List<CashFlow> flows) {
        if (flows.isEmpty()) {
            return Measure.unavailable(Reason.NO_OBSERVATIONS);
        }
        SortedMap<Long, Double> byDay = new TreeMap<>();
        for (CashFlow flow : flows) {
            byDay.merge(flow.date().toEpochDay(), flow.amount(), Double::sum);
        }
        byDay.values().removeIf(amount -> amount == 0);
        PresentValue presentValue = presentValue(byDay);
        if (presentValue.signChanges() == 0) {
            return Measure.unavailable(mixedSigns(flows) && byDay.size() <= 1 ? Reason.NO_TIME : Reason.NO_SIGN_CHANGE);
        }
        return presentValue.onlyRoot().map(Math::expm1);
    }

    private static boolean mixedSigns(List<CashFlow> flows) {
        return flows.stream().anyMatch(flow -> flow.amount() > 0)
                && flows.stream().anyMatch(flow -> flow.amount() < 0);
    }

    private static PresentValue presentValue(SortedMap<Long, Double> byDay) {
        double[] years = new double[byDay.size()];
        double[] amounts = new double[byDay.size()];
        long first = byDay.isEmpty() ? 0 : byDay.firstKey();
        int i = 0;
        for (Map.Entry<Long, Double> day : byDay.entrySet()) {
            years[i] = (day.getKey() - first) / DAYS_PER_YEAR;
            amounts[i++] = day.getValue();
        }
        return new PresentValue(years, amounts);
    }
}
