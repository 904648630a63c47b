package io.quantumleap.analytics.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.CoMoments;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Moments;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.DownsideDivisor;
import io.quantumleap.analytics.risk.ParametricTail;
import io.quantumleap.analytics.risk.PartialMoments;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.WinLoss;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReturnAccumulatorTest {

    private static double[] returns(long seed, int n, double drift) {
        return new Random(seed).doubles(n).map(x -> drift + 0.08 * (x - 0.5)).toArray();
    }

    /** Cuts at random places, empty parts included, and merges the parts in order. */
    private static ReturnAccumulator inParts(double[] returns, long seed, double target) {
        Random random = new Random(seed);
        ReturnAccumulator whole = new ReturnAccumulator(target);
        int from = 0;
        while (from < returns.length) {
            int to = Math.min(returns.length, from + random.nextInt(50));
            ReturnAccumulator part = new ReturnAccumulator(target);
            Arrays.stream(returns, from, to).forEach(part::add);
            whole.merge(part);
            from = to;
        }
        return whole;
    }

    @Property(tries = 200)
    void chunkingDoesNotShow(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 600) int n,
            @ForAll @DoubleRange(min = -0.01, max = 0.02) double drift) {
        double[] returns = returns(seed, n, drift);
        ReturnAccumulator parts = inParts(returns, seed + 1, 0.001);
        ReturnAccumulator onePass = new ReturnAccumulator(0.001);
        Arrays.stream(returns).forEach(onePass::add);
        assertSameMoments(parts.moments(), onePass.moments(), 1e-13);
        assertSameMoments(parts.moments(), Moments.of(returns), 1e-11);
        assertClose(parts.cumulativeReturn(), onePass.cumulativeReturn(), 1e-12);
        assertClose(parts.cumulativeReturn(), Returns.cumulative(returns), 1e-12);
        assertClose(parts.maximumDrawdown(), onePass.maximumDrawdown(), 1e-12);
        assertClose(parts.maximumDrawdown(), Drawdowns.ofReturns(returns).maximum(), 1e-12);
        PartialMoments expected = PartialMoments.of(returns, 0.001);
        assertThat(parts.partialMoments().above()).isEqualTo(expected.above());
        assertThat(parts.partialMoments().below()).isEqualTo(expected.below());
        assertClose(parts.partialMoments().omega(), expected.omega(), 1e-12);
        assertClose(
                parts.partialMoments().downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS),
                expected.downsideDeviation(DownsideDivisor.ALL_OBSERVATIONS),
                1e-12);
        assertSameWinLoss(parts.winLoss(), WinLoss.of(returns));
    }

    private static void assertSameWinLoss(WinLoss actual, WinLoss expected) {
        assertThat(actual.wins()).isEqualTo(expected.wins());
        assertThat(actual.losses()).isEqualTo(expected.losses());
        assertThat(actual.longestWinningStreak()).isEqualTo(expected.longestWinningStreak());
        assertThat(actual.longestLosingStreak()).isEqualTo(expected.longestLosingStreak());
        assertClose(actual.payoff(), expected.payoff(), 1e-12);
        assertClose(actual.profitFactor(), expected.profitFactor(), 1e-12);
        assertClose(actual.kelly(), expected.kelly(), 1e-12);
    }

    /** The merge law to the letter, for every measure that comes from an accumulator: 1e-12 relative, however small it is. */
    @Property(tries = 200)
    void everyMeasureIsThatOfOnePass(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int n) {
        double[] tiny =
                Arrays.stream(returns(seed, n, 0.001)).map(r -> r * 1e-4).toArray();
        for (double[] returns : new double[][] {returns(seed, n, 0.001), tiny}) {
            ReturnAccumulator onePass = new ReturnAccumulator(0.00001);
            Arrays.stream(returns).forEach(onePass::add);
            ReturnAccumulator parts = inParts(returns, seed + 1, 0.00001);
            List<Measure> measured = measures(parts);
            List<Measure> expected = measures(onePass);
            for (int i = 0; i < expected.size(); i++) {
                assertRelative(measured.get(i), expected.get(i));
            }
        }
    }

    /** (a b) c = a (b c): what a cluster merges first does not show. */
    @Property(tries = 200)
    void mergingIsAssociative(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int a,
            @ForAll @IntRange(max = 60) int b,
            @ForAll @IntRange(max = 60) int c) {
        double[] returns = returns(seed, a + b + c, 0.001);
        ReturnAccumulator leftFirst = accumulated(returns, 0, a);
        leftFirst.merge(accumulated(returns, a, a + b));
        leftFirst.merge(accumulated(returns, a + b, a + b + c));
        ReturnAccumulator right = accumulated(returns, a, a + b);
        right.merge(accumulated(returns, a + b, a + b + c));
        ReturnAccumulator rightFirst = accumulated(returns, 0, a);
        rightFirst.merge(right);
        List<Measure> measured = measures(rightFirst);
        List<Measure> expected = measures(leftFirst);
        for (int i = 0; i < expected.size(); i++) {
            assertRelative(measured.get(i), expected.get(i));
        }
    }

    private static ReturnAccumulator accumulated(double[] returns, int from, int to) {
        ReturnAccumulator accumulator = new ReturnAccumulator(0.00001);
        Arrays.stream(returns, from, to).forEach(accumulator::add);
        return accumulator;
    }

    private static List<Measure> measures(ReturnAccumulator accumulator) {
        RiskConventions conventions = RiskConventions.usual(PeriodsPerYear.DAILY);
        Moments moments = accumulator.moments();
        PartialMoments around = accumulator.partialMoments();
        return List.of(
                moments.arithmeticMean(),
                moments.standardDeviation(Estimator.SAMPLE),
                moments.skewness(),
                moments.sampleExcessKurtosis(),
                Ratios.sharpe(moments, conventions),
                Ratios.probabilisticSharpe(moments, conventions, 0),
                ParametricTail.gaussian(moments, Estimator.SAMPLE, 0.95).valueAtRisk(),
                ParametricTail.cornishFisher(moments, Estimator.SAMPLE, 0.95).expectedShortfall(),
                around.sortino(DownsideDivisor.ALL_OBSERVATIONS, PeriodsPerYear.DAILY),
                around.omega(),
                around.semivariance(),
                around.upsidePotentialRatio(DownsideDivisor.OBSERVATIONS_BELOW_TARGET),
                accumulator.cumulativeReturn(),
                accumulator.compoundAnnualGrowthRate(PeriodsPerYear.DAILY),
                accumulator.maximumDrawdown(),
                accumulator.winLoss().winRate(),
                accumulator.winLoss().profitFactor());
    }

    private static void assertRelative(Measure actual, Measure expected) {
        if (expected instanceof Measure.Value value) {
            assertThat(actual.orElseThrow())
                    .isCloseTo(value.number(), within(1e-12 * Math.abs(value.number()) + Double.MIN_NORMAL));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void assertSameMoments(Moments actual, Moments expected, double relative) {
        assertThat(actual.count()).isEqualTo(expected.count());
        double scale = Math.sqrt(expected.m2() / expected.count());
        assertThat(actual.mean()).isCloseTo(expected.mean(), within(relative * (scale + Math.abs(expected.mean()))));
        assertThat(actual.m2()).isCloseTo(expected.m2(), within(relative * expected.m2()));
        assertThat(actual.m4()).isCloseTo(expected.m4(), within(relative * expected.m4()));
        double cubes = Math.pow(expected.m4(), 0.75) * Math.pow((double) expected.count(), 0.25);
        assertThat(actual.m3()).isCloseTo(expected.m3(), within(relative * cubes));
        assertThat(actual.minimum()).isEqualTo(expected.minimum());
        assertThat(actual.maximum()).isEqualTo(expected.maximum());
    }

    private static void assertClose(Measure actual, Measure expected, double relative) {
        if (expected instanceof Measure.Value value) {
            assertThat(actual.orElseThrow())
                    .isCloseTo(value.number(), within(relative * Math.max(1, Math.abs(value.number()))));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void pairsMergeInAnyOrder(@ForAll long seed, @ForAll @IntRange(min = 2, max = 400) int n) {
        double[] x = returns(seed, n, 0.001);
        double[] y = returns(seed + 1, n, -0.001);
        PairAccumulator even = new PairAccumulator();
        PairAccumulator odd = new PairAccumulator();
        for (int i = 0; i < n; i++) {
            (i % 2 == 0 ? even : odd).add(x[i], y[i]);
        }
        odd.merge(even);
        CoMoments expected = CoMoments.of(x, y);
        assertClose(odd.coMoments().beta(), expected.beta(), 1e-12);
        assertClose(odd.coMoments().correlation(), expected.correlation(), 1e-12);
        assertThat(odd.coMoments().meanX()).isCloseTo(expected.meanX(), within(1e-16));
        BenchmarkConventions conventions = BenchmarkConventions.usual(PeriodsPerYear.DAILY);
        BenchmarkReport streamed = BenchmarkReport.of(odd.coMoments(), odd.active(), conventions);
        BenchmarkReport whole = BenchmarkReport.of(x, y, conventions);
        assertThat(streamed.observations()).isEqualTo(n);
        assertClose(streamed.alphaPerPeriod(), whole.alphaPerPeriod(), 1e-12);
        assertClose(streamed.trackingError(), whole.trackingError(), 1e-12);
        assertClose(streamed.informationRatio(), whole.informationRatio(), 1e-11);
    }

    @Test
    void aParallelStreamGivesTheResultOfOnePass() {
        double[] returns = returns(11, 200_000, 0.0002);
        ReturnAccumulator parallel = DoubleStream.of(returns)
                .parallel()
                .collect(() -> new ReturnAccumulator(0), ReturnAccumulator::add, ReturnAccumulator::merge);
        assertSameMoments(parallel.moments(), Moments.of(returns), 1e-11);
        assertClose(parallel.cumulativeReturn(), Returns.cumulative(returns), 1e-12);
        assertClose(parallel.maximumDrawdown(), Drawdowns.ofReturns(returns).maximum(), 1e-12);
        assertClose(
                parallel.compoundAnnualGrowthRate(PeriodsPerYear.DAILY),
                Returns.compoundAnnualGrowthRate(returns, PeriodsPerYear.DAILY),
                1e-12);
    }

    @Test
    void aSmallVarianceAroundALargeMeanSurvives() {
        ReturnAccumulator accumulator = new ReturnAccumulator(0);
        for (double value : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            accumulator.add(value + 1e7);
        }
        assertThat(accumulator.moments().variance(Estimator.POPULATION)).isEqualTo(Measure.of(4));
        assertThat(accumulator.moments().skewness().orElseThrow()).isCloseTo(42.0 / 64, within(1e-12));
    }

    @Test
    void constantEmptyAndBadInputHaveTheirReasons() {
        ReturnAccumulator empty = new ReturnAccumulator(0);
        assertThat(empty.moments()).isEqualTo(Moments.NONE);
        assertThat(empty.cumulativeReturn()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        assertThat(empty.maximumDrawdown()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        ReturnAccumulator constant = new ReturnAccumulator(0);
        constant.add(0.1);
        constant.add(0.1);
        constant.add(0.1);
        assertThat(constant.moments().m2()).isZero();
        ReturnAccumulator ruined = new ReturnAccumulator(0);
        ruined.add(-1.5);
        ruined.add(-1.5);
        assertThat(ruined.cumulativeReturn()).isEqualTo(Measure.unavailable(Reason.BELOW_TOTAL_LOSS));
        ReturnAccumulator bad = new ReturnAccumulator(0);
        bad.add(0.1);
        bad.add(Double.NaN);
        assertThat(bad.moments().arithmeticMean()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(bad.cumulativeReturn()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(bad.maximumDrawdown()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(bad.partialMoments().omega()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        PairAccumulator pair = new PairAccumulator();
        assertThat(pair.coMoments().beta()).isEqualTo(Measure.unavailable(Reason.NO_OBSERVATIONS));
        pair.add(1, Double.NaN);
        pair.add(2, 1);
        assertThat(pair.coMoments().beta()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
    }

    @Test
    void aMillionMillionthsAddUpInAnyGrouping() {
        ReturnAccumulator accumulator = new ReturnAccumulator(0);
        for (int part = 0; part < 1_000; part++) {
            ReturnAccumulator next = new ReturnAccumulator(0);
            for (int i = 0; i < 1_000; i++) {
                next.add(1e-6);
            }
            accumulator.merge(next);
        }
        assertThat(accumulator.partialMoments().gains()).isEqualTo(1);
        assertThat(accumulator.cumulativeReturn().orElseThrow())
                .isCloseTo(Math.expm1(1e6 * Math.log1p(1e-6)), within(1e-15));
    }

    @Test
    void differentTargetsCannotBeMerged() {
        assertThatThrownBy(() -> new ReturnAccumulator(0).merge(new ReturnAccumulator(0.01)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReturnAccumulator(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void travelsBetweenMachines() throws IOException, ClassNotFoundException {
        ReturnAccumulator accumulator = inParts(returns(1, 100, 0), 2, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((ReturnAccumulator) in.readObject()).moments()).isEqualTo(accumulator.moments());
        }
    }
}
