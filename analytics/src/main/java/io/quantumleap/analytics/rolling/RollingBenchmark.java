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

    /** Below this share of the sum of squares, a variance would lose more than four digits. */
    private static final double LOST = 1e-4;

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

    /** The information ratio per year: the mean active return per its deviation; undefined where that does not vary. */
    public static RollingSeries informationRatio(
            double[] returns, double[] benchmark, int window, BenchmarkConventions conventions) {
        return RollingDispersion.sharpe(
                Returns.excess(returns, benchmark),
                window,
                RiskConventions.usual(conventions.periods()).withEstimator(conventions.estimator()));
    }

    private interface Formula {
        Measure of(CoMoments sums);
    }

    private static RollingSeries compute(double[] x, double[] y, int window, Formula formula) {
        Observations.requireSameLength(x, y);
        if (!Observations.allFinite(x) || !Observations.allFinite(y)) {
            return RollingSeries.undefined(window, x.length, Reason.NOT_FINITE);
        }
        return new RollingSeries(
                window,
                WindowSums.roll(x.length, window, 5, new Pairs(x, y, window, formula)),
                window == 1 ? Reason.TOO_FEW_OBSERVATIONS : Reason.NO_VARIATION);
    }

    private static final class Pairs implements WindowSums.Formula {

        private final double[] x;
        private final double[] y;
        private final int window;
        private final Formula formula;
        private double centreX;
        private double centreY;

        Pairs(double[] x, double[] y, int window, Formula formula) {
            this.x = x;
            this.y = y;
            this.window = window;
            this.formula = formula;
        }

        @Override
        public void prepare(int from, int to) {
            centreX = WindowSums.centre(x, from, to);
            centreY = WindowSums.centre(y, from, to);
        }

        @Override
        public void terms(int index, double[] into) {
            double dx = x[index] - centreX;
            double dy = y[index] - centreY;
            into[0] = dx;
            into[1] = dy;
            into[2] = dx * dx;
            into[3] = dy * dy;
            into[4] = dx * dy;
        }

        @Override
        public double value(int position, double[] sums) {
            return RollingSeries.encode(formula.of(moments(position, sums)));
        }

        private CoMoments moments(int position, double[] sums) {
            double m2X = sums[2] - sums[0] * sums[0] / window;
            double m2Y = sums[3] - sums[1] * sums[1] / window;
            if (m2X > LOST * sums[2] && m2Y > LOST * sums[3]) {
                return new CoMoments(
                        window,
                        centreX + sums[0] / window,
                        centreY + sums[1] / window,
                        m2X,
                        m2Y,
                        sums[4] - sums[0] * sums[1] / window);
            }
            return CoMoments.of(
                    Arrays.copyOfRange(x, position, position + window),
                    Arrays.copyOfRange(y, position, position + window));
        }
    }
}
