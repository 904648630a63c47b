package io.quantumleap.analytics.construction.quadratic;

import java.util.Arrays;

/**
 * The constraints held with equality, with their multipliers, and the factors that give the step directions: J J' is the
 * inverse of G, and the first columns of J turned by N' are upper triangular (Goldfarb and Idnani 1983, section 4).
 *
 * <p>The columns of J are kept as rows, and the columns of R as rows, so that every loop runs along an array.
 */
final class ActiveSet {

    private final double[][] columns;
    private final double[][] triangle;
    private final int[] members;
    private final double[] multipliers;
    private int size;

    /** An empty set over the inverse factor of G. */
    ActiveSet(double[][] inverseFactor) {
        int n = inverseFactor.length;
        columns = new double[n][];
        for (int i = 0; i < n; i++) {
            columns[i] = inverseFactor[i].clone();
        }
        triangle = new double[n][n];
        members = new int[n];
        multipliers = new double[n];
    }

    int size() {
        return size;
    }

    int member(int position) {
        return members[position];
    }

    double multiplier(int position) {
        return multipliers[position];
    }

    boolean contains(int constraint) {
        for (int i = 0; i < size; i++) {
            if (members[i] == constraint) {
                return true;
            }
        }
        return false;
    }

    /** The constraint's normal in the coordinates of J, J' n. */
    double[] turned(LinearConstraint constraint) {
        double[] turned = new double[columns.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = constraint.dot(columns[i]);
        }
        return turned;
    }

    /** The step in x that moves against the constraint and leaves the held ones alone. */
    double[] primalDirection(double[] turned) {
        double[] direction = new double[turned.length];
        for (int k = size; k < turned.length; k++) {
            double factor = turned[k];
            double[] column = columns[k];
            for (int i = 0; i < direction.length; i++) {
                direction[i] += factor * column[i];
            }
        }
        return direction;
    }

    /** How the multipliers of the held constraints fall while the new one's grows. */
    double[] dualDirection(double[] turned) {
        double[] direction = Arrays.copyOf(turned, size);
        for (int i = size - 1; i >= 0; i--) {
            direction[i] /= triangle[i][i];
            for (int k = 0; k < i; k++) {
                direction[k] -= triangle[i][k] * direction[i];
            }
        }
        return direction;
    }

    void moveMultipliers(double[] direction, double step) {
        for (int i = 0; i < size; i++) {
            multipliers[i] -= step * direction[i];
        }
    }

    /** Holds one more constraint, whose turned normal this is. */
    void add(int constraint, double[] turned, double multiplier) {
        for (int k = turned.length - 1; k > size; k--) {
            double length = Math.hypot(turned[k - 1], turned[k]);
            if (turned[k] != 0) {
                rotate(columns[k - 1], columns[k], turned[k - 1] / length, turned[k] / length);
                turned[k - 1] = length;
                turned[k] = 0;
            }
        }
        System.arraycopy(turned, 0, triangle[size], 0, size + 1);
        members[size] = constraint;
        multipliers[size] = multiplier;
        size++;
    }

    /** Lets go of the constraint at this position. */
    void remove(int position) {
        double[] freed = triangle[position];
        for (int k = position + 1; k < size; k++) {
            triangle[k - 1] = triangle[k];
            members[k - 1] = members[k];
            multipliers[k - 1] = multipliers[k];
        }
        size--;
        triangle[size] = freed;
        for (int k = position; k < size; k++) {
            restoreTriangle(k);
        }
    }

    private void restoreTriangle(int k) {
        double above = triangle[k][k];
        double below = triangle[k][k + 1];
        double length = Math.hypot(above, below);
        if (below == 0) {
            return;
        }
        double cosine = above / length;
        double sine = below / length;
        for (int later = k; later < size; later++) {
            double[] column = triangle[later];
            double upper = column[k];
            double lower = column[k + 1];
            column[k] = cosine * upper + sine * lower;
            column[k + 1] = cosine * lower - sine * upper;
        }
        rotate(columns[k], columns[k + 1], cosine, sine);
    }

    private static void rotate(double[] left, double[] right, double cosine, double sine) {
        for (int i = 0; i < left.length; i++) {
            double first = left[i];
            double second = right[i];
            left[i] = cosine * first + sine * second;
            right[i] = cosine * second - sine * first;
        }
    }
}
