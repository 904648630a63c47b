package io.quantumleap.analytics.regression;

import io.quantumleap.analytics.measure.CompensatedSum;
import io.quantumleap.analytics.measure.Observations;
import io.quantumleap.analytics.measure.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Ordinary least squares with an intercept, by Householder's QR decomposition of the centred factors (Golub and Van Loan,
 * "Matrix Computations", 4th ed., section 5.3), which does not square the condition of the problem as normal equations do.
 */
public final class LeastSquares {

    /** A column that keeps less than this of its length beside the columns before it depends on them. */
    private static final double DEPENDENT = 1e-10;

    private final int n;
    private final double[][] columns;
    private final double[] diagonal;
    private final double[] target;

    private LeastSquares(double[] target, double[][] columns) {
        this.n = target.length;
        this.target = target;
        this.columns = columns;
        this.diagonal = new double[columns.length];
    }

    /**
     * Regresses a series on factors.
     *
     * @param series what is to be explained
     * @param factors one array for each factor, of the length of the series
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Regression fit(double[] series, double[]... factors) {
        for (double[] factor : factors) {
            Observations.requireSameLength(series, factor);
            if (!Observations.allFinite(factor)) {
                return new Regression.Unfit(Reason.NOT_FINITE);
            }
        }
        if (!Observations.allFinite(series)) {
            return new Regression.Unfit(Reason.NOT_FINITE);
        }
        if (series.length <= factors.length + 1) {
            return new Regression.Unfit(Reason.TOO_FEW_OBSERVATIONS);
        }
        if (isConstant(series)) {
            return new Regression.Unfit(Reason.NO_VARIATION);
        }
        double[] means = new double[factors.length];
        double[][] centred = new double[factors.length][];
        for (int j = 0; j < factors.length; j++) {
            means[j] = CompensatedSum.of(factors[j]) / series.length;
            centred[j] = less(factors[j], means[j]);
        }
        double mean = CompensatedSum.of(series) / series.length;
        double[] centredSeries = less(series, mean);
        double variation = squares(centredSeries, 0);
        LeastSquares problem = new LeastSquares(centredSeries, centred);
        return problem.decompose() ? problem.result(mean, means, variation) : new Regression.Unfit(Reason.COLLINEAR);
    }

    private static boolean isConstant(double[] series) {
        for (double value : series) {
            if (value != series[0]) {
                return false;
            }
        }
        return true;
    }

    private static double[] less(double[] numbers, double mean) {
        double[] centred = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            centred[i] = numbers[i] - mean;
        }
        return centred;
    }

    private static double squares(double[] numbers, int from) {
        double sum = 0;
        for (int i = from; i < numbers.length; i++) {
            sum += numbers[i] * numbers[i];
        }
        return sum;
    }

    /** Turns the columns into R above the diagonal and reflects the target alike; false if a column depends on others. */
    private boolean decompose() {
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            double whole = Math.sqrt(squares(column, 0));
            double length = Math.sqrt(squares(column, j));
            if (length <= DEPENDENT * whole || whole == 0) {
                return false;
            }
            diagonal[j] = column[j] > 0 ? -length : length;
            column[j] -= diagonal[j];
            double norm = squares(column, j);
            for (int k = j + 1; k < columns.length; k++) {
                reflect(columns[k], column, norm, j);
            }
            reflect(target, column, norm, j);
        }
        return true;
    }

    private void reflect(double[] vector, double[] normal, double norm, int from) {
        double product = 0;
        for (int i = from; i < n; i++) {
            product += vector[i] * normal[i];
        }
        double factor = 2 * product / norm;
        for (int i = from; i < n; i++) {
            vector[i] -= factor * normal[i];
        }
    }

    private Regression result(double mean, double[] means, double variation) {
        int k = columns.length;
        double[] slopes = solved(target);
        int degrees = n - k - 1;
        double unexplained = squares(target, k);
        double variance = unexplained / degrees;
        double intercept = mean;
        double leverage = 1.0 / n;
        List<Regression.Coefficient> coefficients = new ArrayList<>();
        double[][] inverse = inverseOfR();
        for (int j = 0; j < k; j++) {
            intercept -= slopes[j] * means[j];
            coefficients.add(new Regression.Coefficient(slopes[j], Math.sqrt(variance * squares(inverse[j], j))));
        }
        // The variance of the intercept: 1/n + m' (X'X)^-1 m with the means m, and (X'X)^-1 = R^-1 R^-T.
        for (int c = 0; c < k; c++) {
            double product = 0;
            for (int j = 0; j <= c; j++) {
                product += means[j] * inverse[j][c];
            }
            leverage += product * product;
        }
        double rSquared = 1 - unexplained / variation;
        return new Regression.Fitted(
                new Regression.Coefficient(intercept, Math.sqrt(variance * leverage)),
                coefficients,
                n,
                degrees,
                Math.sqrt(variance),
                rSquared,
                1 - (1 - rSquared) * (n - 1) / degrees);
    }

    /** Back substitution: x with R x = y. */
    private double[] solved(double[] right) {
        int k = columns.length;
        double[] solution = new double[k];
        for (int j = k - 1; j >= 0; j--) {
            double rest = right[j];
            for (int c = j + 1; c < k; c++) {
                rest -= columns[c][j] * solution[c];
            }
            solution[j] = rest / diagonal[j];
        }
        return solution;
    }

    private double[][] inverseOfR() {
        int k = columns.length;
        double[][] inverse = new double[k][k];
        for (int c = 0; c < k; c++) {
            double[] unit = new double[k];
            unit[c] = 1;
            double[] column = solved(unit);
            for (int j = 0; j < k; j++) {
                inverse[j][c] = column[j];
            }
        }
        return inverse;
    }
}
