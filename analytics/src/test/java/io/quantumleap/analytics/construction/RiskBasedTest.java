package io.quantumleap.analytics.construction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.construction.covariance.CovarianceMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RiskBasedTest {

    private static final CovarianceMatrix SIX = CovarianceMatrix.of(ReferenceTable.read("covariance6.csv"));
    private static final CovarianceMatrix WITH_CASH = CovarianceMatrix.of(new double[][] {{0.04, 0}, {0, 0}});

    @Test
    void riskParityAgreesWithNewtonsMethod() {
        double[][] expected = ReferenceTable.read("risk_parity6.csv");
        assertThat(RiskParity.of(SIX).orElseThrow().toArray()).containsExactly(expected[0], within(1e-12));
        double[] budget = {3, 2, 1, 2, 1, 1};
        assertThat(RiskParity.of(SIX, budget).orElseThrow().toArray()).containsExactly(expected[1], within(1e-12));
    }

    @Test
    void riskParityOfTwoAssetsIsInverseVolatility() {
        CovarianceMatrix two = CovarianceMatrix.of(new double[][] {{0.01, -0.012}, {-0.012, 0.09}});
        assertThat(RiskParity.of(two).orElseThrow().toArray())
                .containsExactly(new double[] {0.75, 0.25}, within(1e-13));
    }

    @Property(tries = 100)
    void everyAssetContributesItsBudget(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        CovarianceMatrix covariance = OptimisersTest.randomCovariance(random, n, n + 20);
        double[] budget = random.doubles(n, 0.1, 3).toArray();
        double sum = Arrays.stream(budget).sum();
        Weights weights = RiskParity.of(covariance, budget).orElseThrow();
        double[] parts = RiskContributions.of(covariance, weights).orElseThrow().toArray();
        for (int i = 0; i < n; i++) {
            assertThat(parts[i]).isCloseTo(budget[i] / sum, within(1e-11));
        }
        assertThat(Arrays.stream(weights.toArray()).sum()).isCloseTo(1, within(1e-14));
    }

    @Test
    void riskParityRefusesWhatHasNoRisk() {
        assertThat(RiskParity.of(WITH_CASH)).isEqualTo(new Allocation.Refused(new Obstacle.NoVariance(1)));
        CovarianceMatrix hedge = CovarianceMatrix.of(new double[][] {{0.04, -0.04}, {-0.04, 0.04}});
        assertThat(RiskParity.of(hedge)).isEqualTo(new Allocation.Refused(new Obstacle.RisklessCombination()));
        assertThatThrownBy(() -> RiskParity.of(SIX, new double[6])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void riskParityAcceptsAssetsThatMoveTogether() {
        CovarianceMatrix twins = CovarianceMatrix.of(new double[][] {{0.04, 0.04}, {0.04, 0.04}});
        assertThat(RiskParity.of(twins).orElseThrow().toArray())
                .containsExactly(new double[] {0.5, 0.5}, within(1e-13));
    }

    @Test
    void contributionsOfARisklessPortfolioAreRefused() {
        assertThat(RiskContributions.of(WITH_CASH, Weights.of(0, 1)))
                .isEqualTo(new Allocation.Refused(new Obstacle.RisklessCombination()));
    }

    @Test
    void hierarchicalRiskParityReproducesThePaper() {
        CovarianceMatrix paper = CovarianceMatrix.of(ReferenceTable.read("paper_covariance.csv"));
        double[] weights = HierarchicalRiskParity.of(paper).orElseThrow().toArray();
        // The weights in percent as printed in López de Prado 2016.
        double[] printed = {7.00, 7.59, 10.84, 19.03, 9.72, 10.19, 6.62, 9.10, 7.12, 12.79};
        assertThat(Arrays.stream(weights).map(w -> 100 * w).toArray()).containsExactly(printed, within(0.005));
        assertThat(weights).containsExactly(ReferenceTable.read("paper_weights.csv")[0], within(1e-14));
    }

    @Test
    void hierarchicalRiskParityAgreesWithScipysClusters() {
        CovarianceMatrix eight = CovarianceMatrix.of(ReferenceTable.read("sample_covariance.csv"));
        assertThat(HierarchicalRiskParity.of(eight).orElseThrow().toArray())
                .containsExactly(ReferenceTable.read("hrp8.csv")[0], within(1e-14));
    }

    @Test
    void leavesStandInTheOrderOfTheClusters() {
        double[][] distances = {
            {0, 9, 2, 6},
            {9, 0, 8, 1},
            {2, 8, 0, 5},
            {6, 1, 5, 0}
        };
        assertThat(SingleLinkage.order(distances)).containsExactly(1, 3, 0, 2);
    }

    @Test
    void hierarchicalRiskParityTreatsEqualAssetsEqually() {
        double[][] identity = new double[4][4];
        for (int i = 0; i < 4; i++) {
            identity[i][i] = 0.04;
        }
        assertThat(HierarchicalRiskParity.of(CovarianceMatrix.of(identity))
                        .orElseThrow()
                        .toArray())
                .containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void hierarchicalRiskParityOfOneAssetAndOfNoVariance() {
        assertThat(HierarchicalRiskParity.of(CovarianceMatrix.of(new double[][] {{0.04}}))
                        .orElseThrow()
                        .weight(0))
                .isEqualTo(1);
        assertThat(HierarchicalRiskParity.of(WITH_CASH)).isEqualTo(new Allocation.Refused(new Obstacle.NoVariance(1)));
    }
}
