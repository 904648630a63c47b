package io.quantumleap.analytics.streaming;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.io.Serializable;

/** What must be known of a stretch of compounded wealth to join it to others: its end, peak, trough and deepest fall. */
final class WealthPath implements Serializable {

    private static final long serialVersionUID = 1;

    private Wide end = Wide.ONE;
    private Wide peak = Wide.ONE;
    private Wide trough = Wide.ONE;
    private double deepest;
    private boolean ruined;

    void add(double simpleReturn) {
        ruined |= simpleReturn < -1;
        end = end.grown(simpleReturn);
        if (end.over(peak) >= 0) {
            peak = end;
        } else {
            trough = end.over(trough) < 0 ? end : trough;
            deepest = Math.min(deepest, end.over(peak));
        }
        // NaN goes through no comparison, and must not be lost.
        deepest += end.high() * 0;
    }

    void add(WealthPath next) {
        ruined |= next.ruined;
        Wide lowest = end.times(next.trough);
        Wide highest = end.times(next.peak);
        deepest = Math.min(deepest, Math.min(next.deepest, lowest.over(peak)));
        peak = highest.over(peak) > 0 ? highest : peak;
        trough = lowest.over(trough) < 0 ? lowest : trough;
        end = end.times(next.end);
    }

    /** A positive number, or zero, as two doubles: about 106 bits. */
    private record Wide(double high, double low) implements Serializable {

        static final Wide ONE = new Wide(1, 0);

        private static Wide normal(double sum, double rest) {
            double high = sum + rest;
            return new Wide(high, rest - (high - sum));
        }

        /** This times one more than the return. */
        Wide grown(double simpleReturn) {
            double gain = high * simpleReturn;
            double lost = Math.fma(high, simpleReturn, -gain);
            double sum = high + gain;
            double error = CompensatedSum.roundingError(high, gain, sum);
            return normal(sum, error + lost + Math.fma(low, simpleReturn, low));
        }

        Wide times(Wide other) {
            double product = high * other.high;
            double lost = Math.fma(high, other.high, -product);
            return normal(product, lost + (high * other.low + low * other.high));
        }

        /** This over the other, less one, with the digits that the subtraction would lose. */
        double over(Wide other) {
            return ((high - other.high) + (low - other.low)) / other.high;
        }
    }

    Measure gain(boolean finiteInputs) {
        return check(end.high() - 1 + end.low(), finiteInputs);
    }

    Measure maximumDrawdown(boolean finiteInputs) {
        return check(deepest, finiteInputs);
    }

    private Measure check(double number, boolean finiteInputs) {
        if (!finiteInputs) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        return ruined ? Measure.unavailable(Reason.BELOW_TOTAL_LOSS) : Measure.of(number);
    }
}
