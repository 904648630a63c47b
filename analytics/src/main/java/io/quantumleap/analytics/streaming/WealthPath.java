package io.quantumleap.analytics.streaming;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.io.Serializable;

/** What must be known of a stretch of compounded wealth to join it to others: its end, peak, trough and deepest fall. */
final class WealthPath implements Serializable {

    private static final long serialVersionUID = 1;

    private double end = 1;
    private double endLow;
    private double peak = 1;
    private double trough = 1;
    private double deepest;
    private boolean ruined;

    void add(double simpleReturn) {
        ruined |= simpleReturn < -1;
        grow(simpleReturn);
        peak = Math.max(peak, end);
        trough = Math.min(trough, end);
        deepest = Math.min(deepest, end / peak - 1);
    }

    void add(WealthPath next) {
        ruined |= next.ruined;
        deepest = Math.min(deepest, Math.min(next.deepest, end * next.trough / peak - 1));
        peak = Math.max(peak, end * next.peak);
        trough = Math.min(trough, end * next.trough);
        double low = end * next.endLow + endLow * next.end;
        double product = end * next.end;
        double lost = Math.fma(end, next.end, -product);
        normalise(product, lost + low);
    }

    /** Multiplies with one more than the return, in about twice the precision. */
    private void grow(double rest) {
        double gain = end * rest;
        double lost = Math.fma(end, rest, -gain);
        double sum = end + gain;
        double seen = sum - end;
        double error = (end - (sum - seen)) + (gain - seen);
        normalise(sum, error + lost + Math.fma(endLow, rest, endLow));
    }

    private void normalise(double sum, double rest) {
        end = sum + rest;
        endLow = rest - (end - sum);
    }

    Measure gain(boolean finiteInputs) {
        return check(end - 1 + endLow, finiteInputs);
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
