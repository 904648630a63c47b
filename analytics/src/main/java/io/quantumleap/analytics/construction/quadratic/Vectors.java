package io.quantumleap.analytics.construction.quadratic;

/** Arithmetic on arrays of equal length, which are not changed. */
public final class Vectors {

    private Vectors() {}

    /** The sum of the products. */
    public static double dot(double[] left, double[] right) {
        return dot(left, right, left.length);
    }

    /** The sum of the first products. */
    static double dot(double[] left, double[] right, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** Left plus a multiple of right. */
    static double[] sum(double[] left, double factor, double[] right) {
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * right[i];
        }
        return sum;
    }

    /** A multiple. */
    static double[] times(double factor, double[] numbers) {
        double[] product = numbers.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return product;
    }

    /** The product of a matrix, given by rows, with a vector. */
    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /** The Euclidean length of the part from an index on. */
    static double length(double[] numbers, int from) {
        double squares = 0;
        for (int i = from; i < numbers.length; i++) {
            squares += numbers[i] * numbers[i];
        }
        return Math.sqrt(squares);
    }

    /** The largest magnitude. */
    static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
