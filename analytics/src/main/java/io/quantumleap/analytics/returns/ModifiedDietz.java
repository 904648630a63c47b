package io.quantumleap.analytics.returns;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;

/**
 * The Modified Dietz return: an approximation of the money-weighted return over one period that needs no valuation at the
 * time of a flow (Dietz 1966; GIPS, guidance on the calculation methodology).
 *
 * <p>{@code (V1 - V0 - F) / (V0 + sum of w_i F_i)} with {@code w_i} the share of the period's days that flow {@code i} was
 * invested.
 */
public final class ModifiedDietz {

    private ModifiedDietz() {}

    /**
     * The return over the period, not annualised.
     *
     * @param opening the value before the first day
     * @param closing the value at the end of the last day
     * @param flows external flows, positive into the portfolio
     * @param days the day of each flow, 1 to {@code daysInPeriod}
     * @param daysInPeriod how many days the period has
     * @throws IllegalArgumentException if a day lies outside the period or the arrays differ in length
     */
    public static Measure measure(
            double opening, double closing, double[] flows, int[] days, int daysInPeriod, FlowTiming timing) {
        if (flows.length != days.length) {
            throw new IllegalArgumentException("Every flow needs its day.");
        }
        CompensatedSum net = new CompensatedSum();
        CompensatedSum capital = new CompensatedSum();
        capital.add(opening);
        for (int i = 0; i < flows.length; i++) {
            if (days[i] < 1 || days[i] > daysInPeriod) {
                throw new IllegalArgumentException("Day " + days[i] + " lies outside the period.");
            }
            net.add(flows[i]);
            capital.add(flows[i] * timing.daysInvested(days[i], daysInPeriod) / daysInPeriod);
        }
        double gain = closing - opening - net.value();
        if (!Double.isFinite(gain) || !Double.isFinite(capital.value())) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        return capital.value() > 0 ? Measure.of(gain / capital.value()) : Measure.unavailable(Reason.NO_CAPITAL);
    }
}
