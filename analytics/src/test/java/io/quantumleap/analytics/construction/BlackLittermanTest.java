package io.quantumleap.analytics.construction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The seven countries of He and Litterman 1999: Australia, Canada, France, Germany, Japan, United Kingdom, United States. */
class BlackLittermanTest {

    private static final double[] VOLATILITIES = {0.160, 0.203, 0.248, 0.271, 0.210, 0.200, 0.187};
    private static final double[][] CORRELATIONS = {
        {1, 0.488, 0.478, 0.515, 0.439, 0.512, 0.491},
        {0.488, 1, 0.664, 0.655, 0.310, 0.608, 0.779},
        {0.478, 0.664, 1, 0.861, 0.355, 0.783, 0.668},
        {0.515, 0.655, 0.861, 1, 0.354, 0.777, 0.653},
        {0.439, 0.310, 0.355, 0.354, 1, 0.405, 0.306},
        {0.512, 0.608, 0.783, 0.777, 0.405, 1, 0.652},
        {0.491, 0.779, 0.668, 0.653, 0.306, 0.652, 1}
    };
    private static final Weights MARKET = Weights.of(0.016, 0.022, 0.052, 0.055, 0.116, 0.124, 0.615);
    private static final CovarianceMatrix COVARIANCE = CovarianceMatrix.of(VOLATILITIES, CORRELATIONS);
    private static final BlackLitterman MODEL = BlackLitterman.equilibrium(COVARIANCE, MARKET, 2.5, 0.05);

    private static final double[] GERMANY_OVER_EUROPE = {0, 0, -0.295, 1, 0, -0.705, 0};
    private static final double[] CANADA_OVER_AMERICA = {0, 1, 0, 0, 0, 0, -1};
    private static final double[][] BOTH = {GERMANY_OVER_EUROPE, CANADA_OVER_AMERICA};
    private static final double[][] REFERENCE = ReferenceTable.read("black_litterman.csv");

    @Test
    void equilibriumReturnsAreThoseOfThePaper() {
        assertThat(percent(MODEL.priorReturns()))
                .containsExactly(new double[] {3.9, 6.9, 8.4, 9.0, 4.3, 6.8, 7.6}, within(0.05));
        assertThat(MODEL.priorReturns()).containsExactly(REFERENCE[0], within(1e-15));
    }

    @Test
    void oneViewGivesTheNumbersOfTableFour() {
        Posterior posterior = MODEL.posterior(
                        Views.asUncertainAsThePrior(new double[][] {GERMANY_OVER_EUROPE}, new double[] {0.05}))
                .orElseThrow();
        assertThat(percent(posterior.expectedReturns()))
                .containsExactly(new double[] {4.3, 7.6, 9.3, 11.0, 4.5, 7.0, 8.1}, within(0.06));
        assertThat(percent(posterior.unconstrainedWeights(2.5).orElseThrow().toArray()))
                .containsExactly(new double[] {1.5, 2.1, -4.0, 35.4, 11.0, -9.5, 58.6}, within(0.11));
        assertReference(posterior, 1);
    }

    @Test
    void twoViewsGiveTheNumbersOfTablesFiveAndSix() {
        assertReference(
                MODEL.posterior(Views.asUncertainAsThePrior(BOTH, new double[] {0.05, 0.03}))
                        .orElseThrow(),
                3);
        assertReference(
                MODEL.posterior(Views.asUncertainAsThePrior(BOTH, new double[] {0.05, 0.04}))
                        .orElseThrow(),
                5);
    }

    @Test
    void lessConfidenceGivesTheNumbersOfTableSeven() {
        double[] variances = {2 * priorVariance(GERMANY_OVER_EUROPE), priorVariance(CANADA_OVER_AMERICA)};
        assertReference(
                MODEL.posterior(Views.withVariances(BOTH, new double[] {0.05, 0.04}, variances))
                        .orElseThrow(),
                7);
    }

    @Test
    void halfConfidenceIsThePriorsOwnUncertainty() {
        double[] returns = {0.05, 0.04};
        Posterior half = MODEL.posterior(Views.withConfidences(BOTH, returns, new double[] {0.5, 0.5}))
                .orElseThrow();
        assertThat(half.expectedReturns()).containsExactly(REFERENCE[5], within(1e-14));
    }

    @Test
    void confidenceMovesTheTiltInProportionForOneView() {
        double[][] picks = {CANADA_OVER_AMERICA};
        double[] certain = meanWith(picks, 1.0);
        double[] partly = meanWith(picks, 0.3);
        double[] prior = MODEL.priorReturns();
        for (int i = 0; i < 7; i++) {
            assertThat(partly[i] - prior[i]).isCloseTo(0.3 * (certain[i] - prior[i]), within(1e-15));
        }
        assertThat(certain[1] - certain[6]).isCloseTo(0.04, within(1e-15));
    }

    @Test
    void withoutViewsTheMarketIsHeldApartFromTheUncertaintyOfTheMean() {
        Posterior posterior = MODEL.posterior(Views.none()).orElseThrow();
        assertThat(posterior.expectedReturns()).isEqualTo(MODEL.priorReturns());
        double[] expected = Arrays.stream(MARKET.toArray()).map(w -> w / 1.05).toArray();
        assertThat(posterior.unconstrainedWeights(2.5).orElseThrow().toArray())
                .containsExactly(expected, within(1e-13));
    }

    @Test
    void certainViewsThatRepeatEachOtherAreRefused() {
        double[][] twice = {CANADA_OVER_AMERICA, CANADA_OVER_AMERICA};
        assertThat(MODEL.posterior(Views.withConfidences(twice, new double[] {0.03, 0.04}, new double[] {1, 1})))
                .isEqualTo(new BlackLitterman.Answer.Refused(new Obstacle.DependentViews(1)));
    }

    @Test
    void singularCovarianceHasAPosteriorButNoUnconstrainedWeights() {
        CovarianceMatrix twins = CovarianceMatrix.of(new double[][] {{0.04, 0.04}, {0.04, 0.04}});
        Posterior posterior = BlackLitterman.equilibrium(twins, Weights.of(0.5, 0.5), 2.5, 0.05)
                .posterior(Views.none())
                .orElseThrow();
        assertThat(posterior.unconstrainedWeights(2.5))
                .isEqualTo(new Allocation.Refused(new Obstacle.RisklessCombination()));
    }

    @Test
    void refusesViewsThatAreNoNumbers() {
        double[][] picks = {CANADA_OVER_AMERICA};
        assertThatThrownBy(() -> Views.asUncertainAsThePrior(picks, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Views.withConfidences(picks, new double[] {0.01}, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Views.withVariances(picks, new double[] {0.01}, new double[] {-1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        MODEL.posterior(Views.asUncertainAsThePrior(new double[][] {{1, -1}}, new double[] {0.01})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] meanWith(double[][] picks, double confidence) {
        return MODEL.posterior(Views.withConfidences(picks, new double[] {0.04}, new double[] {confidence}))
                .orElseThrow()
                .expectedReturns();
    }

    private static double priorVariance(double[] picks) {
        return 0.05 * COVARIANCE.variance(picks);
    }

    private static void assertReference(Posterior posterior, int row) {
        assertThat(posterior.expectedReturns()).containsExactly(REFERENCE[row], within(1e-14));
        assertThat(posterior.unconstrainedWeights(2.5).orElseThrow().toArray())
                .containsExactly(REFERENCE[row + 1], within(1e-12));
    }

    private static double[] percent(double[] numbers) {
        return Arrays.stream(numbers).map(n -> 100 * n).toArray();
    }
}
