package io.quantumleap.analytics.construction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import io.quantumleap.analytics.construction.covariance.SampleCovariance;
import io.quantumleap.analytics.measure.Estimator;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OptimisersTest {

    private static final CovarianceMatrix SIX = CovarianceMatrix.of(ReferenceTable.read("covariance6.csv"));
    private static final double[] EXPECTED = ReferenceTable.read("expected6.csv")[0];
    private static final double[][] BOUNDS = ReferenceTable.read("bounds6.csv");
    private static final double[][] OPTIMAL = ReferenceTable.read("optimal6.csv");
    private static final WeightLimits BOUNDED = WeightLimits.of(BOUNDS[0], BOUNDS[1]);

    @Test
    void minimumVarianceAgreesWithTheEnumeratedOptimum() {
        assertWeights(MinimumVariance.of(SIX, WeightLimits.longOnly(6)), OPTIMAL[0]);
        assertWeights(MinimumVariance.of(SIX, BOUNDED), OPTIMAL[1]);
    }

    @Test
    void targetReturnAgreesWithTheEnumeratedOptimum() {
        assertWeights(MinimumVariance.withReturn(SIX, EXPECTED, 0.088, BOUNDED), OPTIMAL[2]);
    }

    @Test
    void maximumSharpeAgreesWithTheEnumeratedOptimum() {
        assertWeights(MaximumSharpe.of(SIX, EXPECTED, 0.02, WeightLimits.longOnly(6)), OPTIMAL[3]);
        assertWeights(MaximumSharpe.of(SIX, EXPECTED, 0.02, WeightLimits.between(6, 0.05, 0.22)), OPTIMAL[4]);
    }

    @Test
    void withoutLimitsMinimumVarianceIsTheClosedForm() {
        // Two assets: w1 = (s2^2 - s12) / (s1^2 + s2^2 - 2 s12); here (0.04 - 0.012) / (0.01 + 0.04 - 0.024).
        CovarianceMatrix two = CovarianceMatrix.of(new double[][] {{0.01, 0.012}, {0.012, 0.04}});
        double first = 0.028 / 0.026;
        assertWeights(MinimumVariance.of(two, WeightLimits.unlimited(2)), new double[] {first, 1 - first});
        assertWeights(MinimumVariance.of(two, WeightLimits.longOnly(2)), new double[] {1, 0});
    }

    @Test
    void withoutLimitsMaximumSharpeIsTheClosedForm() {
        // S^-1 (m - r) for uncorrelated assets: excess over variance, scaled to one.
        CovarianceMatrix diagonal = CovarianceMatrix.of(new double[][] {{0.04, 0, 0}, {0, 0.01, 0}, {0, 0, 0.09}});
        double[] raw = {0.06 / 0.04, 0.01 / 0.01, -0.01 / 0.09};
        double sum = Arrays.stream(raw).sum();
        assertWeights(
                MaximumSharpe.of(diagonal, new double[] {0.08, 0.03, 0.01}, 0.02, WeightLimits.unlimited(3)),
                Arrays.stream(raw).map(w -> w / sum).toArray());
    }

    @Test
    void groupLimitsHold() {
        WeightLimits limits = WeightLimits.longOnly(6).withGroup("defensive", new int[] {0, 5}, 0.1, 0.4);
        double[] weights = MinimumVariance.of(SIX, limits).orElseThrow().toArray();
        assertThat(weights[0] + weights[5]).isCloseTo(0.4, within(1e-12));
        double[] sharpe =
                MaximumSharpe.of(SIX, EXPECTED, 0.02, limits).orElseThrow().toArray();
        assertThat(sharpe[0] + sharpe[5]).isCloseTo(0.4, within(1e-10));
    }

    @Test
    void frontierStartsAtLeastVarianceAndEndsAtTheHighestReturn() {
        var points = frontier(SIX, EXPECTED, BOUNDED, 25);
        assertThat(points).hasSize(25);
        assertThat(points.get(0).weights().toArray()).containsExactly(OPTIMAL[1], within(1e-10));
        // Upper bounds filled in the order of returns: 0.2, 0.25, 0.35, then 0.14 and the lower bounds.
        double[] highest = {0.16, 0.35, 0.25, 0.02, 0.2, 0.02};
        assertThat(points.get(24).weights().toArray()).containsExactly(highest, within(1e-8));
    }

    @Test
    void frontierRisesInEqualStepsAndPassesThroughTheSharpestPortfolio() {
        var points = frontier(SIX, EXPECTED, WeightLimits.longOnly(6), 2_001);
        double best = Double.NEGATIVE_INFINITY;
        double step = points.get(1).expectedReturn() - points.get(0).expectedReturn();
        for (int i = 1; i < points.size(); i++) {
            var point = points.get(i);
            assertThat(point.expectedReturn() - points.get(i - 1).expectedReturn())
                    .isCloseTo(step, within(1e-10));
            assertThat(point.volatility()).isGreaterThan(points.get(i - 1).volatility());
            best = Math.max(best, (point.expectedReturn() - 0.02) / point.volatility());
        }
        Weights sharpest = Weights.of(OPTIMAL[3]);
        double sharpe = (sharpest.expectedReturn(EXPECTED) - 0.02) / Math.sqrt(SIX.variance(OPTIMAL[3]));
        assertThat(best).isLessThanOrEqualTo(sharpe + 1e-14).isCloseTo(sharpe, within(1e-6));
    }

    @Property(tries = 100)
    void noPortfolioAtRandomBeatsTheOptimum(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        CovarianceMatrix covariance = randomCovariance(random, n, 3 * n);
        double[] expected = random.doubles(n, 0.01, 0.1).toArray();
        double least = covariance.variance(MinimumVariance.of(covariance, WeightLimits.longOnly(n))
                .orElseThrow()
                .toArray());
        double[] sharpest = MaximumSharpe.of(covariance, expected, 0, WeightLimits.longOnly(n))
                .orElseThrow()
                .toArray();
        for (int i = 0; i < 200; i++) {
            double[] other = randomWeights(random, n);
            assertThat(covariance.variance(other)).isGreaterThanOrEqualTo(least * (1 - 1e-10));
            assertThat(sharpe(covariance, expected, other))
                    .isLessThanOrEqualTo(sharpe(covariance, expected, sharpest) * (1 + 1e-10));
        }
    }

    @Test
    void frontierOfEqualReturnsIsOnePoint() {
        double[] equal = {0.05, 0.05, 0.05, 0.05, 0.05, 0.05};
        assertThat(frontier(SIX, equal, WeightLimits.longOnly(6), 10)).hasSize(1);
    }

    @Test
    void oneAssetTakesAll() {
        CovarianceMatrix one = CovarianceMatrix.of(new double[][] {{0.04}});
        assertWeights(MinimumVariance.of(one, WeightLimits.longOnly(1)), new double[] {1});
        assertWeights(MaximumSharpe.of(one, new double[] {0.05}, 0, WeightLimits.longOnly(1)), new double[] {1});
        assertThat(frontier(one, new double[] {0.05}, WeightLimits.longOnly(1), 5))
                .hasSize(1);
    }

    @Test
    void fewerPeriodsThanAssetsStillHasAMinimum() {
        double[][] few = Arrays.stream(ReferenceTable.read("returns.csv"))
                .map(series -> Arrays.copyOf(series, 6))
                .toArray(double[][]::new);
        CovarianceMatrix singular = SampleCovariance.of(few, Estimator.SAMPLE).orElseThrow();
        double[] weights = MinimumVariance.of(singular, WeightLimits.longOnly(8))
                .orElseThrow()
                .toArray();
        double[] marginal = singular.times(weights);
        double least = Arrays.stream(marginal).min().orElseThrow();
        for (int i = 0; i < 8; i++) {
            if (weights[i] > 1e-9) {
                assertThat(marginal[i]).isCloseTo(least, within(1e-13));
            }
        }
        assertThat(MinimumVariance.of(singular, WeightLimits.longOnly(8))
                        .orElseThrow()
                        .toArray())
                .isEqualTo(weights);
    }

    @Test
    void assetWithoutVarianceTakesAllOfMinimumVariance() {
        CovarianceMatrix withCash = CovarianceMatrix.of(new double[][] {{0.04, 0}, {0, 0}});
        assertWeights(MinimumVariance.of(withCash, WeightLimits.longOnly(2)), new double[] {0, 1});
        assertObstacle(
                MaximumSharpe.of(withCash, new double[] {0.05, 0.01}, 0, WeightLimits.longOnly(2)),
                new Obstacle.RisklessCombination());
    }

    @Test
    void saysWhichBoundsAreInfeasible() {
        assertObstacle(
                MinimumVariance.of(
                        SIX, WeightLimits.of(new double[] {0, 0, 0.5, 0, 0, 0}, new double[] {1, 1, 0.4, 1, 1, 1})),
                new Obstacle.CrossedBounds(2, 0.5, 0.4));
        assertObstacle(
                MinimumVariance.of(SIX, WeightLimits.between(6, 0.25, 1)), new Obstacle.LowerBoundsExceedBudget(1.5));
        assertObstacle(
                MinimumVariance.of(SIX, WeightLimits.between(6, 0, 0.125)), new Obstacle.UpperBoundsBelowBudget(0.75));
        WeightLimits group = WeightLimits.between(6, 0, 0.25).withGroup("pair", new int[] {1, 2}, 0.75, 1);
        assertObstacle(MinimumVariance.of(SIX, group), new Obstacle.GroupOutOfReach("pair", 0.75, 1, 0, 0.5));
    }

    @Property(tries = 200)
    void limitsThatLeaveOnePortfolioGiveIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        CovarianceMatrix covariance = randomCovariance(random, n, random.nextInt(2, 60));
        double[] expected = random.doubles(n, 0.01, 0.1).toArray();
        double[] equal = new double[n];
        Arrays.fill(equal, 1.0 / n);
        for (WeightLimits limits : new WeightLimits[] {
            WeightLimits.of(equal, equal), WeightLimits.between(n, 0, 1.0 / n), WeightLimits.between(n, 1.0 / n, 1)
        }) {
            assertWeights(MinimumVariance.of(covariance, limits), equal);
            assertWeights(MaximumSharpe.of(covariance, expected, 0, limits), equal);
            for (EfficientFrontier.Point point : frontier(covariance, expected, limits, 3)) {
                assertThat(point.weights().toArray()).containsExactly(equal, within(1e-10));
            }
        }
    }

    @Test
    void saysWhichGroupsConflict() {
        WeightLimits limits = WeightLimits.longOnly(6)
                .withGroup("left", new int[] {0, 1, 2}, 0.6, 1)
                .withGroup("right", new int[] {3, 4, 5}, 0.6, 1);
        Allocation allocation = MinimumVariance.of(SIX, limits);
        Obstacle obstacle = ((Allocation.Refused) allocation).obstacle();
        assertThat(obstacle.sentence())
                .contains("minimum 0.6 of group left")
                .contains("minimum 0.6 of group right")
                .contains("weights add up to 1");
    }

    @Test
    void saysHowHighAReturnCanBe() {
        Allocation allocation = MinimumVariance.withReturn(SIX, EXPECTED, 0.2, WeightLimits.longOnly(6));
        var obstacle = (Obstacle.TargetReturnOutOfReach) ((Allocation.Refused) allocation).obstacle();
        assertThat(obstacle.highest()).isCloseTo(0.13, within(1e-12));
        assertThat(MinimumVariance.withReturn(SIX, EXPECTED, 0.13, WeightLimits.longOnly(6))
                        .orElseThrow()
                        .weight(4))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void saysWhyThereIsNoSharpestPortfolio() {
        var none = (Obstacle.NoExcessReturn)
                ((Allocation.Refused) MaximumSharpe.of(SIX, EXPECTED, 0.2, WeightLimits.longOnly(6))).obstacle();
        assertThat(none.highest()).isCloseTo(-0.07, within(1e-12));
        // Both assets below the rate, but the difference earns: ever larger long-short positions.
        CovarianceMatrix two = CovarianceMatrix.of(new double[][] {{0.04, 0}, {0, 0.04}});
        assertObstacle(
                MaximumSharpe.of(two, new double[] {0.01, 0.0}, 0.05, WeightLimits.unlimited(2)),
                new Obstacle.NoLargestSharpe());
    }

    @Test
    void saysThatUnlimitedReturnHasNoFrontierEnd() {
        assertThat(EfficientFrontier.of(SIX, EXPECTED, WeightLimits.unlimited(6), 5))
                .isEqualTo(new EfficientFrontier.Answer.Refused(new Obstacle.Unbounded()));
    }

    @Test
    void namesTheExpectedReturnThatIsNotFinite() {
        double[] poisoned = EXPECTED.clone();
        poisoned[3] = Double.NaN;
        assertObstacle(MaximumSharpe.of(SIX, poisoned, 0, BOUNDED), new Obstacle.NotFinite(3));
        assertThat(EfficientFrontier.of(SIX, poisoned, BOUNDED, 5))
                .isEqualTo(new EfficientFrontier.Answer.Refused(new Obstacle.NotFinite(3)));
    }

    @Test
    void refusesAMatrixWithNegativeVarianceOfAPortfolio() {
        CovarianceMatrix indefinite = CovarianceMatrix.of(new double[][] {{1, 2}, {2, 1}});
        assertObstacle(
                MinimumVariance.of(indefinite, WeightLimits.longOnly(2)), new Obstacle.NotPositiveSemidefinite(1));
    }

    @Test
    void refusesSizesThatDiffer() {
        assertThatThrownBy(() -> MinimumVariance.of(SIX, WeightLimits.longOnly(5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MaximumSharpe.of(SIX, new double[5], 0, BOUNDED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.List<EfficientFrontier.Point> frontier(
            CovarianceMatrix covariance, double[] expected, WeightLimits limits, int points) {
        var answer = EfficientFrontier.of(covariance, expected, limits, points);
        assertThat(answer).isInstanceOf(EfficientFrontier.Answer.Found.class);
        return ((EfficientFrontier.Answer.Found) answer).points();
    }

    static CovarianceMatrix randomCovariance(SplittableRandom random, int n, int periods) {
        double[][] returns = new double[n][];
        for (int i = 0; i < n; i++) {
            returns[i] = random.doubles(periods, -0.1, 0.1).toArray();
        }
        return SampleCovariance.of(returns, Estimator.SAMPLE).orElseThrow();
    }

    private static double[] randomWeights(SplittableRandom random, int n) {
        double[] raw = random.doubles(n).map(u -> -Math.log1p(-u)).toArray();
        double sum = Arrays.stream(raw).sum();
        return Arrays.stream(raw).map(w -> w / sum).toArray();
    }

    private static double sharpe(CovarianceMatrix covariance, double[] expected, double[] weights) {
        return Weights.of(weights).expectedReturn(expected) / Math.sqrt(covariance.variance(weights));
    }

    private static void assertWeights(Allocation allocation, double[] expected) {
        assertThat(allocation.orElseThrow().toArray()).containsExactly(expected, within(1e-10));
    }

    private static void assertObstacle(Allocation allocation, Obstacle obstacle) {
        assertThat(allocation).isEqualTo(new Allocation.Refused(obstacle));
        assertThat(obstacle.sentence()).endsWith(".");
    }
}
