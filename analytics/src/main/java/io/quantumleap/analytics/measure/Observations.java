package io.quantumleap.analytics.measure;

/** Checks that every measure makes on its input. */
public final class Observations {

    private Observations() {}

    /** Whether every number is finite. */
    public static boolean allFinite(double[] numbers) {
        // A finite number times zero is zero; NaN and infinities give NaN, which no later addition removes.
        double poison = 0;
        for (double number : numbers) {
            poison += number * 0;
        }
        return poison == 0;
    }

    /**
     * Refuses arrays of different length: a broken promise of the caller, not a property of the data.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void requireSameLength(double[] left, double[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException(
                    "The series must have the same length, not " + left.length + " and " + right.length + ".");
        }
    }
}
