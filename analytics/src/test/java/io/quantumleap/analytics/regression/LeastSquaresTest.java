package io.quantumleap.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.regression.Regression.Fitted;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    /** The Longley data of the NIST Statistical Reference Datasets, of "higher" difficulty, in the public domain. */
    private static final double[] EMPLOYMENT = {
        60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551
    };

    private static final double[][] FACTORS = {
        {83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9},
        {
            234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
            502601, 518173, 554894
        },
        {2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007},
        {1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827},
        {
            107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
            125368, 127852, 130081
        },
        {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}
    };

    /** The certified values of NIST. */
    private static final double[] ESTIMATES = {
        15.0618722713733,
        -0.358191792925910E-01,
        -2.02022980381683,
        -1.03322686717359,
        -0.511041056535807E-01,
        1829.15146461355
    };

    private static final double[] STANDARD_ERRORS = {
        84.9149257747669,
        0.334910077722432E-01,
        0.488399681651699,
        0.214274163161675,
        0.226073200069370,
        455.478499142212
    };

    @Test
    void agreesWithTheCertifiedValuesOfNist() {
        Fitted fit = (Fitted) LeastSquares.fit(EMPLOYMENT, FACTORS);
        assertRelative(fit.intercept().estimate(), -3482258.63459582);
        assertRelative(fit.intercept().standardError(), 890420.383607373);
        for (int j = 0; j < FACTORS.length; j++) {
            assertRelative(fit.slopes().get(j).estimate(), ESTIMATES[j]);
            assertRelative(fit.slopes().get(j).standardError(), STANDARD_ERRORS[j]);
        }
        assertRelative(fit.residualError(), 304.854073561965);
        assertRelative(fit.rSquared(), 0.995479004577296);
        assertThat(fit.degreesOfFreedom()).isEqualTo(9);
        assertRelative(fit.adjustedRSquared(), 1 - (1 - 0.995479004577296) * 15 / 9);
    }

    /** Wampler1 and Wampler2 of NIST: polynomials of degree five, the second with falling coefficients; exact fits. */
    @Test
    void findsThePolynomialsOfWampler() {
        double[][] powers = new double[5][21];
        double[] wampler1 = new double[21];
        double[] wampler2 = new double[21];
        for (int x = 0; x <= 20; x++) {
            wampler1[x] = 1;
            wampler2[x] = 1;
            for (int k = 1; k <= 5; k++) {
                powers[k - 1][x] = Math.pow(x, k);
                wampler1[x] += Math.pow(x, k);
                wampler2[x] += Math.pow(x / 10.0, k);
            }
        }
        Fitted first = (Fitted) LeastSquares.fit(wampler1, powers);
        Fitted second = (Fitted) LeastSquares.fit(wampler2, powers);
        for (int k = 1; k <= 5; k++) {
            assertThat(first.slopes().get(k - 1).estimate()).isCloseTo(1, within(1e-8));
            double certified = Math.pow(10, -k);
            assertThat(second.slopes().get(k - 1).estimate()).isCloseTo(certified, within(1e-9 * certified));
        }
        assertThat(first.intercept().estimate()).isCloseTo(1, within(1e-7));
        assertThat(first.rSquared()).isCloseTo(1, within(1e-15));
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * 2e-10));
    }

    /** y on x by hand: slope 0.9/0.6, residuals squared 0.0014 - 1.5 x 0.0009. */
    @Test
    void oneFactorByHand() {
        Fitted fit = (Fitted)
                LeastSquares.fit(new double[] {0.03, -0.01, 0.04, 0.02}, new double[] {0.02, -0.01, 0.02, 0.01});
        double variance = (0.0014 - 1.5 * 0.0009) / 2;
        assertThat(fit.slopes().get(0).estimate()).isCloseTo(1.5, within(1e-14));
        assertThat(fit.slopes().get(0).standardError()).isCloseTo(Math.sqrt(variance / 0.0006), within(1e-14));
        assertThat(fit.intercept().estimate()).isCloseTo(0.005, within(1e-16));
        assertThat(fit.intercept().standardError())
                .isCloseTo(Math.sqrt(variance * (0.25 + 0.0001 / 0.0006)), within(1e-15));
        double t = 1.5 / Math.sqrt(variance / 0.0006);
        assertThat(fit.slopes().get(0).tValue().orElseThrow()).isCloseTo(t, within(1e-12));
        // With two degrees of freedom the t distribution has a closed form.
        double p = 1 - t / Math.sqrt(2 + t * t);
        assertThat(fit.pValue(fit.slopes().get(0)).orElseThrow()).isCloseTo(p, within(1e-13));
    }

    @Test
    void findsTheFactorsThatMadeTheSeries() {
        Random random = new Random(5);
        double[] market = random.doubles(500, -0.05, 0.05).toArray();
        double[] size = random.doubles(500, -0.03, 0.03).toArray();
        double[] series = new double[500];
        Arrays.setAll(series, i -> 0.001 + 1.1 * market[i] - 0.4 * size[i]);
        Fitted fit = (Fitted) LeastSquares.fit(series, market, size);
        assertThat(fit.intercept().estimate()).isCloseTo(0.001, within(1e-15));
        assertThat(fit.slopes().get(0).estimate()).isCloseTo(1.1, within(1e-13));
        assertThat(fit.slopes().get(1).estimate()).isCloseTo(-0.4, within(1e-13));
        assertThat(fit.rSquared()).isCloseTo(1, within(1e-14));
    }

    @Test
    void withoutFactorsTheInterceptIsTheMean() {
        Fitted fit = (Fitted) LeastSquares.fit(new double[] {1, 2, 6});
        assertThat(fit.intercept().estimate()).isEqualTo(3);
        assertThat(fit.intercept().standardError()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-15));
        assertThat(fit.rSquared()).isCloseTo(0, within(1e-15));
    }

    @Test
    void namesWhatStandsInTheWay() {
        double[] y = {1, 2, 4, 3};
        double[] x = {1, 2, 3, 4};
        assertUnfit(LeastSquares.fit(y, x, new double[] {2, 4, 6, 8}), Reason.COLLINEAR);
        assertUnfit(LeastSquares.fit(y, new double[] {5, 5, 5, 5}), Reason.COLLINEAR);
        assertUnfit(LeastSquares.fit(new double[] {7, 7, 7, 7}, x), Reason.NO_VARIATION);
        assertUnfit(LeastSquares.fit(new double[] {1, 2}, new double[] {1, 3}), Reason.TOO_FEW_OBSERVATIONS);
        assertUnfit(LeastSquares.fit(new double[] {1, 2, Double.NaN, 3}, x), Reason.NOT_FINITE);
        assertUnfit(LeastSquares.fit(y, new double[] {1, Double.POSITIVE_INFINITY, 2, 3}), Reason.NOT_FINITE);
        assertThatThrownBy(() -> LeastSquares.fit(y, new double[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCoefficientWithoutErrorHasNoTValue() {
        assertThat(new Regression.Coefficient(1, 0).tValue()).isEqualTo(Measure.unavailable(Reason.NO_VARIATION));
    }

    private static void assertUnfit(Regression regression, Reason reason) {
        assertThat(regression).isEqualTo(new Regression.Unfit(reason));
    }
}
