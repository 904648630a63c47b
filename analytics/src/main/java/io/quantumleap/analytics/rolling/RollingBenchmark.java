package io.quantumleap.analytics.rolling;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.RiskConventions;
import java.util.Arrays;

/** Measures against a benchmark over a rolling window. An input that is not finite leaves the whole series undefined. */
public final class RollingBenchmark {

    /** Below this share of the sum of squares, a variance has lost more than half its digits. */
    private static final double LOST = 1e-8;

    private RollingBenchmark() {}

    /** The slope on the benchmark; undefined where the benchmark does not vary. */
    public static RollingSeries beta(double[] returns, double[] benchmark, int window) {
        return compute(returns, benchmark, window, CoMoments::beta);
    }

    /** Jensen's alpha per year. */
    public static RollingSeries alpha(
            double[] returns, double[] benchmark, int window, BenchmarkConventions conventions) {
        double riskFree = conventions.riskFreeRate();
        return compute(returns, benchmark, window, sums -> sums.beta().map(beta -> conventions
                .alphaAnnualisation()
                .annual(sums.meanX() - riskFree - beta * (sums.meanY() - riskFree), conventions.periods())));
    }

    /** The correlation; undefined where either does not vary. */
    public static RollingSeries correlation(double[] returns, double[] benchmark, int window) {
        return compute(returns, benchmark, window, CoMoments::correlation);
    }

    /** The tracking error per year. */
    public static RollingSeries trackingError(
            double[] returns, double[] benchmark, int window, BenchmarkConventions conventions) {
        return RollingDispersion.volatility(
                Returns.excess(returns, benchmark),
                window,
                RiskConventions.usual(conventions.periods()).withEstimator(conventions.estimator()));
    }

    private interface Formula {
        Measure of(CoMoments sums);
    }

    private static RollingSeries compute(double[] x, double[] y, int window, Formula formula) {
        Observations.requireSameLength(x, y);
        int positions = RollingSeries.positions(window, x.length);
        if (!Observations.allFinite(x) || !Observations.allFinite(y)) {
            return RollingSeries.undefined(window, x.length, Reason.NOT_FINITE);
        }
        double[] values = new double[positions];
        double[][] suffix = new double[5][window + 1];
        double[] prefix = new double[5];
        double[] sums = new double[5];
        for (int base = 0; base < positions; base += window) {
            double centerX = center(x, base, window);
            double centerY = center(y, base, window);
            for (int j = window - 1; j >= 0; j--) {
                double dx = x[base + j] - centerX;
                double dy = y[base + j] - centerY;
                suffix[0][j] = suffix[0][j + 1] + dx;
                suffix[1][j] = suffix[1][j + 1] + dy;
                suffix[2][j] = suffix[2][j + 1] + dx * dx;
                suffix[3][j] = suffix[3][j + 1] + dy * dy;
                suffix[4][j] = suffix[4][j + 1] + dx * dy;
            }
            Arrays.fill(prefix, 0);
            int last = Math.min(window, positions - base);
            for (int j = 0; j < last; j++) {
                int position = base + j;
                for (int k = 0; k < sums.length; k++) {
                    sums[k] = suffix[k][j] + prefix[k];
                }
                values[position] =
                        RollingSeries.encode(formula.of(moments(sums, x, y, position, window, centerX, centerY)));
                int next = position + window;
                if (next < x.length) {
                    double dx = x[next] - centerX;
                    double dy = y[next] - centerY;
                    prefix[0] += dx;
                    prefix[1] += dy;
                    prefix[2] += dx * dx;
                    prefix[3] += dy * dy;
                    prefix[4] += dx * dy;
                }
            }
        }
        return new RollingSeries(window, values, window == 1 ? Reason.TOO_FEW_OBSERVATIONS : Reason.NO_VARIATION);
    }

    private static CoMoments moments(
            double[] sums, double[] x, double[] y, int position, int window, double centerX, double centerY) {
        double m2X = sums[2] - sums[0] * sums[0] / window;
        double m2Y = sums[3] - sums[1] * sums[1] / window;
        if (m2X > LOST * sums[2] && m2Y > LOST * sums[3]) {
            return new CoMoments(
                    window,
                    centerX + sums[0] / window,
                    centerY + sums[1] / window,
                    m2X,
                    m2Y,
                    sums[4] - sums[0] * sums[1] / window);
        }
        return CoMoments.of(
                Arrays.copyOfRange(x, position, position + window), Arrays.copyOfRange(y, position, position + window));
    }

    private static double center(double[] numbers, int base, int window) {
        int to = (int) Math.min(base + 2L * window, numbers.length);
        double sum = 0;
        for (int i = base; i < to; i++) {
            sum += numbers[i];
        }
        return sum / (to - base);
    }
}
