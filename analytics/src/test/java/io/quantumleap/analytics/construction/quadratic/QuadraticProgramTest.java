package io.quantumleap.analytics.construction.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuadraticProgramTest {

    @Test
    void solvesTheExampleOfGoldfarbAndIdnani() {
        // Goldfarb and Idnani 1983, the worked example of section 3: the minimum is at (0, 5) / ... from their
        // constraints.
        double[][] quadratic = {{4, -2}, {-2, 4}};
        List<LinearConstraint> constraints = List.of(
                LinearConstraint.atLeast("x1", new double[] {1, 0}, 0),
                LinearConstraint.atLeast("x2", new double[] {0, 1}, 0),
                LinearConstraint.atLeast("sum", new double[] {1, 1}, 2));
        assertThat(optimum(QuadraticProgram.of(quadratic).minimise(new double[] {6, 0}, constraints)))
                .containsExactly(new double[] {0.5, 1.5}, within(1e-14));
    }

    @Test
    void withoutConstraintsIsTheStationaryPoint() {
        double[][] quadratic = {{2, 0}, {0, 4}};
        assertThat(optimum(QuadraticProgram.of(quadratic).minimise(new double[] {-2, -8}, List.of())))
                .containsExactly(new double[] {1, 2}, within(1e-15));
    }

    @Test
    void namesTheConstraintsThatExcludeEachOther() {
        List<LinearConstraint> constraints = List.of(
                LinearConstraint.equal("budget", new double[] {1, 1}, 1),
                LinearConstraint.atLeast("first", new double[] {1, 0}, 0.7),
                LinearConstraint.atLeast("second", new double[] {0, 1}, 0.6));
        Solution solution = QuadraticProgram.of(new double[][] {{1, 0}, {0, 1}}).minimise(new double[2], constraints);
        assertThat(((Solution.Infeasible) solution).constraints())
                .containsExactlyInAnyOrder("budget", "first", "second");
    }

    @Test
    void singularObjectiveReachesItsMinimum() {
        // (x + y)^2 / 2 - x with x, y in [0, 1]: the minimum is at (1, 0).
        double[][] quadratic = {{1, 1}, {1, 1}};
        assertThat(optimum(QuadraticProgram.of(quadratic).minimise(new double[] {-1, 0}, box(2))))
                .containsExactly(new double[] {1, 0}, within(1e-10));
    }

    @Test
    void linearObjectiveReachesItsVertex() {
        assertThat(optimum(QuadraticProgram.of(new double[2][2]).minimise(new double[] {-1e-5, -2e-5}, box(2))))
                .containsExactly(new double[] {1, 1}, within(1e-12));
    }

    @Test
    void nearlyEqualCostsDoNotSlowTheWayToTheVertex() {
        double[] cost = {-1e-4, -1e-4 - 1e-11};
        List<LinearConstraint> constraints = budgetAndBox(new double[] {1, 1});
        assertThat(optimum(QuadraticProgram.of(new double[2][2]).minimise(cost, constraints)))
                .containsExactly(new double[] {0, 1}, within(1e-9));
    }

    @Test
    void reportsAnObjectiveWithoutMinimum() {
        assertThat(QuadraticProgram.of(new double[1][1]).minimise(new double[] {-1}, List.of()))
                .isInstanceOf(Solution.Unbounded.class);
        assertThat(QuadraticProgram.of(new double[][] {{1, 2}, {2, 1}}).minimise(new double[2], List.of()))
                .isEqualTo(new Solution.NotConvex(1));
    }

    @Property(tries = 300)
    void optimumSatisfiesTheConditionsOfKarushKuhnAndTucker(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] quadratic = randomDefinite(random, n, n + 3);
        double[] linear = random.doubles(n, -2, 2).toArray();
        double[] upper = random.doubles(n, 1.2 / n, 1).toArray();
        double[] x = optimum(QuadraticProgram.of(quadratic).minimise(linear, budgetAndBox(upper)));
        assertOptimal(quadratic, linear, upper, x, 1e-12);
    }

    @Property(tries = 100)
    void singularOptimumSatisfiesThemToo(@ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] quadratic = randomDefinite(random, n, n / 2);
        double[] linear = random.doubles(n, -0.1, 0.1).toArray();
        double[] upper = random.doubles(n, 1.2 / n, 1).toArray();
        double[] x = optimum(QuadraticProgram.of(quadratic).minimise(linear, budgetAndBox(upper)));
        assertOptimal(quadratic, linear, upper, x, 1e-9);
    }

    /** On the simplex with upper limits: gradients of free weights are equal, at 0 they are higher, at the limit lower. */
    private static void assertOptimal(
            double[][] quadratic, double[] linear, double[] upper, double[] x, double atBound) {
        double feasible = 1e-12;
        double accuracy = 1e-9;
        double sum = 0;
        double highestThatCouldFall = Double.NEGATIVE_INFINITY;
        double lowestThatCouldRise = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double gradient = linear[i];
            for (int j = 0; j < x.length; j++) {
                gradient += quadratic[i][j] * x[j];
            }
            sum += x[i];
            assertThat(x[i]).isBetween(-feasible, upper[i] + feasible);
            if (x[i] > atBound) {
                highestThatCouldFall = Math.max(highestThatCouldFall, gradient);
            }
            if (x[i] < upper[i] - atBound) {
                lowestThatCouldRise = Math.min(lowestThatCouldRise, gradient);
            }
        }
        assertThat(sum).isCloseTo(1, within(feasible));
        assertThat(highestThatCouldFall).isLessThanOrEqualTo(lowestThatCouldRise + accuracy);
    }

    private static LinearConstraint bound(String name, int n, int index, double sign, double rightHandSide) {
        double[] coefficients = new double[n];
        coefficients[index] = sign;
        return LinearConstraint.atLeast(name, coefficients, rightHandSide);
    }

    private static List<LinearConstraint> box(int n) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            constraints.add(bound("lower", n, i, 1, 0));
            constraints.add(bound("upper", n, i, -1, -1));
        }
        return constraints;
    }

    private static List<LinearConstraint> budgetAndBox(double[] upper) {
        double[] ones = new double[upper.length];
        java.util.Arrays.fill(ones, 1);
        List<LinearConstraint> constraints = new ArrayList<>(List.of(LinearConstraint.equal("budget", ones, 1)));
        for (int i = 0; i < upper.length; i++) {
            constraints.add(bound("lower", upper.length, i, 1, 0));
            constraints.add(bound("upper", upper.length, i, -1, -upper[i]));
        }
        return constraints;
    }

    private static double[][] randomDefinite(SplittableRandom random, int n, int rank) {
        double[][] matrix = new double[n][n];
        for (int k = 0; k < rank; k++) {
            double[] factor = random.doubles(n, -1, 1).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += factor[i] * factor[j];
                }
            }
        }
        return matrix;
    }

    private static double[] optimum(Solution solution) {
        assertThat(solution).isInstanceOf(Solution.Optimal.class);
        return ((Solution.Optimal) solution).x();
    }
}
