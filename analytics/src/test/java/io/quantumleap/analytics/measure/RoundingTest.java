package io.quantumleap.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.returns.LinkedReturns;
import io.quantumleap.analytics.returns.TimeWeightedReturn;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.rolling.RollingBenchmark;
import io.quantumleap.analytics.rolling.RollingDispersion;
import io.quantumleap.analytics.rolling.RollingMoments;
import io.quantumleap.analytics.streaming.ReturnAccumulator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Rounding is not taken for risk, and the smallest real risk is not taken for rounding. */
class RoundingTest {

    private static final RiskConventions DAILY = RiskConventions.usual(PeriodsPerYear.DAILY);
    private static final Measure NONE = Measure.unavailable(Reason.NO_VARIATION);

    private static double[] growing(double rate, DoubleUnaryOperator kept) {
        double[] values = new double[400];
        Arrays.setAll(values, i -> kept.applyAsDouble(100 * Math.pow(1 + rate, i)));
        return ((LinkedReturns) TimeWeightedReturn.link(values)).returns();
    }

    private static double fifteenDigits(double value) {
        return new BigDecimal(value).round(new MathContext(15)).doubleValue();
    }

    @Test
    void constantGrowthFromValuesHasNoRatios() {
        for (double rate : new double[] {0.01, 0.0004, -0.01, 0.3, 1e-7}) {
            for (DoubleUnaryOperator kept : new DoubleUnaryOperator[] {x -> x, RoundingTest::fifteenDigits}) {
                double[] returns = growing(rate, kept);
                RiskReport report = RiskReport.of(returns, DAILY);
                assertThat(report.volatility()).isEqualTo(Measure.of(0));
                assertThat(report.sharpe()).isEqualTo(NONE);
                assertThat(report.skewness()).isEqualTo(NONE);
                assertThat(report.excessKurtosis()).isEqualTo(NONE);
                assertThat(RollingDispersion.sharpe(returns, 63, DAILY).highest())
                        .isEmpty();
                assertThat(RollingDispersion.volatility(returns, 63, DAILY).values(-1))
                        .containsOnly(0);
                assertThat(RollingMoments.skewness(returns, 63).highest()).isEmpty();
                ReturnAccumulator stream = new ReturnAccumulator(0);
                Arrays.stream(returns).forEach(stream::add);
                assertThat(stream.moments().skewness()).isEqualTo(NONE);
            }
        }
    }

    @Test
    void aSeriesThatBeatsItsBenchmarkByTheSameEveryDayHasNoInformationRatio() {
        double[] benchmark = new Random(4).doubles(300, -0.03, 0.03).toArray();
        double[] better = Arrays.stream(benchmark).map(r -> r + 0.001).toArray();
        BenchmarkReport report =
                BenchmarkReport.of(better, benchmark, BenchmarkConventions.usual(PeriodsPerYear.DAILY));
        assertThat(report.trackingError()).isEqualTo(Measure.of(0));
        assertThat(report.informationRatio()).isEqualTo(NONE);
    }

    @Test
    void nothingIsRegressedOnConstantGrowth() {
        double[] benchmark = growing(0.0004, x -> x);
        double[] returns = new Random(4).doubles(benchmark.length, -0.03, 0.03).toArray();
        assertThat(CoMoments.of(returns, benchmark).beta()).isEqualTo(NONE);
        assertThat(CoMoments.of(returns, benchmark).correlation()).isEqualTo(NONE);
        assertThat(RollingBenchmark.beta(returns, benchmark, 60).highest()).isEmpty();
    }

    @Test
    void aDeviationOfTenTimesTheRoundingIsMeasured() {
        double[] returns = new double[100];
        Arrays.setAll(returns, i -> 0.0004 + (i % 2 == 0 ? 1e-13 : -1e-13));
        double deviation =
                Moments.of(returns).standardDeviation(Estimator.POPULATION).orElseThrow();
        assertThat(deviation / 1e-13).isBetween(0.999, 1.001);
        assertThat(RiskReport.of(returns, DAILY).sharpe().available()).isTrue();
        assertThat(RollingDispersion.sharpe(returns, 20, DAILY).at(0).available())
                .isTrue();
    }

    @Test
    void whatOverflowsOrIsNotANumberStaysSo() {
        assertThat(Rounding.variation(3, 1e300, Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Rounding.variation(3, Double.NaN, Double.NaN)).isNaN();
        assertThat(Rounding.variation(0, 0, 0)).isZero();
    }
}
