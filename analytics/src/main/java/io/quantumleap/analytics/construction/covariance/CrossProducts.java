package io.quantumleap.analytics.construction.covariance;

/** The products X' X of a panel of returns, the one cubic step of every estimator. */
final class CrossProducts {

    /** Periods taken in one pass over the result; the inner loop below is written for this number. */
    private static final int STRIDE = 8;

    private CrossProducts() {}

    /** The sum over the rows of row' row, divided by the divisor: a symmetric matrix. */
    static double[][] of(double[][] rows, double divisor) {
        int n = rows[0].length;
        double[][] sums = new double[n][n];
        int period = 0;
        for (; period + STRIDE <= rows.length; period += STRIDE) {
            addEight(sums, rows, period);
        }
        for (; period < rows.length; period++) {
            addOne(sums, rows[period]);
        }
        return mirrored(sums, divisor);
    }

    /** Adds eight rows at once to the upper triangle: one load and one store of the result for eight products. */
    private static void addEight(double[][] sums, double[][] rows, int period) {
        double[] x0 = rows[period];
        double[] x1 = rows[period + 1];
        double[] x2 = rows[period + 2];
        double[] x3 = rows[period + 3];
        double[] x4 = rows[period + 4];
        double[] x5 = rows[period + 5];
        double[] x6 = rows[period + 6];
        double[] x7 = rows[period + 7];
        for (int i = 0; i < sums.length; i++) {
            addFour(sums[i], i, x0, x1, x2, x3);
            addFour(sums[i], i, x4, x5, x6, x7);
        }
    }

    private static void addFour(double[] sum, int i, double[] x0, double[] x1, double[] x2, double[] x3) {
        double f0 = x0[i];
        double f1 = x1[i];
        double f2 = x2[i];
        double f3 = x3[i];
        for (int j = i; j < sum.length; j++) {
            sum[j] += f0 * x0[j] + f1 * x1[j] + f2 * x2[j] + f3 * x3[j];
        }
    }

    private static void addOne(double[][] sums, double[] row) {
        for (int i = 0; i < sums.length; i++) {
            double[] sum = sums[i];
            double factor = row[i];
            for (int j = i; j < sum.length; j++) {
                sum[j] += factor * row[j];
            }
        }
    }

    private static double[][] mirrored(double[][] sums, double divisor) {
        for (int i = 0; i < sums.length; i++) {
            for (int j = i; j < sums.length; j++) {
                double entry = sums[i][j] / divisor;
                sums[i][j] = entry;
                sums[j][i] = entry;
            }
        }
        return sums;
    }
}
