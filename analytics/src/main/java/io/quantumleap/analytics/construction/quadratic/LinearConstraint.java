package io.quantumleap.analytics.construction.quadratic;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A linear limit on x: the sum of coefficients times the x at the indices equals, or is at least, the right-hand side. Kept
 * with coefficients of Euclidean length one, so that violations of different constraints compare.
 */
public final class LinearConstraint {

    private final String name;
    private final boolean equality;
    private final int[] indices;
    private final double[] coefficients;
    private final double rightHandSide;

    private LinearConstraint(
            String name, boolean equality, int[] indices, double[] coefficients, double rightHandSide) {
        this.name = name;
        this.equality = equality;
        this.indices = indices;
        this.coefficients = coefficients;
        this.rightHandSide = rightHandSide;
    }

    /** The sum equals the right-hand side. */
    public static LinearConstraint equal(String name, double[] coefficients, double rightHandSide) {
        return of(name, true, coefficients, rightHandSide);
    }

    /** The sum is at least the right-hand side. */
    public static LinearConstraint atLeast(String name, double[] coefficients, double rightHandSide) {
        return of(name, false, coefficients, rightHandSide);
    }

    private static LinearConstraint of(String name, boolean equality, double[] dense, double rightHandSide) {
        double largest = Arrays.stream(dense).map(Math::abs).max().orElse(0);
        if (!(largest > 0)) {
            throw new IllegalArgumentException("A constraint has a coefficient other than zero.");
        }
        int[] indices =
                IntStream.range(0, dense.length).filter(i -> dense[i] != 0).toArray();
        double squares = 0;
        for (int index : indices) {
            squares += dense[index] / largest * (dense[index] / largest);
        }
        double norm = largest * Math.sqrt(squares);
        double[] coefficients =
                Arrays.stream(indices).mapToDouble(i -> dense[i] / norm).toArray();
        return new LinearConstraint(name, equality, indices, coefficients, rightHandSide / norm);
    }

    /** The same constraint on the step from x. */
    LinearConstraint relativeTo(double[] x) {
        return new LinearConstraint(name, equality, indices, coefficients, -slack(x));
    }

    String name() {
        return name;
    }

    boolean equality() {
        return equality;
    }

    /** How far the sum lies above the right-hand side. */
    double slack(double[] x) {
        return dot(x) - rightHandSide;
    }

    /** The product of the coefficients with a vector. */
    double dot(double[] vector) {
        double sum = 0;
        for (int k = 0; k < indices.length; k++) {
            sum += coefficients[k] * vector[indices[k]];
        }
        return sum;
    }

    /** How far one can go from x in this direction; a change within the tolerance counts as none. */
    double room(double[] x, double[] direction, double tolerance) {
        double change = dot(direction);
        return equality || change >= -tolerance ? Double.POSITIVE_INFINITY : Math.max(0, slack(x) / -change);
    }

    /** The magnitude of the numbers that the slack is computed from, for judging its rounding. */
    double scale(double[] x) {
        double scale = Math.abs(rightHandSide);
        for (int k = 0; k < indices.length; k++) {
            scale = Math.max(scale, Math.abs(coefficients[k] * x[indices[k]]));
        }
        return scale;
    }
}
