package io.quantumleap.analytics.measure;

import java.util.Arrays;

/** Order statistics by selection in O(n), not by sorting. */
public final class Quantiles {

    /** Ranges of at most this length are sorted. */
    private static final int SMALL = 32;

    private static final double DECIMALS = 1e15;

    private Quantiles() {}

    /**
     * The p-quantile of the numbers, which are not changed.
     *
     * @param p between 0 and 1
     * @throws IllegalArgumentException if p is not
     */
    public static Measure of(double[] numbers, double p, QuantileType type) {
        if (!Observations.allFinite(numbers)) {
            return Measure.unavailable(Reason.NOT_FINITE);
        }
        return numbers.length == 0
                ? Measure.unavailable(Reason.NO_OBSERVATIONS)
                : Measure.of(inPlace(numbers.clone(), p, type));
    }

    /**
     * The p-quantile of at least one finite number, reordering the array on the way.
     *
     * @param p between 0 and 1
     * @throws IllegalArgumentException if p is not, or if the array is empty
     */
    public static double inPlace(double[] numbers, double p, QuantileType type) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1.");
        }
        int n = numbers.length;
        if (n == 0) {
            throw new IllegalArgumentException("There is no quantile of nothing.");
        }
        double position = Math.min(Math.max(type.position(p, n), 0), n - 1);
        int below = (int) position;
        double lower = select(numbers, below);
        double fraction = position - below;
        if (fraction == 0) {
            return lower;
        }
        double upper = minimum(numbers, below + 1);
        return lower + fraction * (upper - lower);
    }

    /**
     * One less a confidence, as the decimal number that is meant: 1 - 0.9 is 0.1 here, not the 0.09999999999999998 of binary
     * arithmetic, which would take the neighbour of the observation meant.
     */
    public static double complement(double confidence) {
        return Math.rint((1 - confidence) * DECIMALS) / DECIMALS;
    }

    /**
     * The mean of the numbers that are no higher than the limit.
     *
     * @return NaN if there are none
     */
    public static double meanUpTo(double[] numbers, double limit) {
        CompensatedSum sum = new CompensatedSum();
        int count = 0;
        for (double number : numbers) {
            if (number <= limit) {
                sum.add(number);
                count++;
            }
        }
        return sum.value() / count;
    }

    /**
     * The number that would stand at this index if the array were sorted. Afterwards nothing before the index is larger
     * and nothing behind it smaller (Hoare's quickselect with a median of three; sorts what is left after too many bad
     * splits, so that the worst case is O(n log n)).
     */
    public static double select(double[] numbers, int index) {
        int low = 0;
        int high = numbers.length - 1;
        int splitsLeft = 4 * (32 - Integer.numberOfLeadingZeros(numbers.length));
        while (high - low > SMALL) {
            if (splitsLeft-- == 0) {
                break;
            }
            double pivot = medianOfThree(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (numbers[left] < pivot) {
                    left++;
                }
                while (numbers[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = numbers[left];
                    numbers[left++] = numbers[right];
                    numbers[right--] = swapped;
                }
            }
            if (index <= right) {
                high = right;
            } else if (index >= left) {
                low = left;
            } else {
                return numbers[index];
            }
        }
        Arrays.sort(numbers, low, high + 1);
        return numbers[index];
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static double minimum(double[] numbers, int from) {
        double minimum = numbers[from];
        for (int i = from + 1; i < numbers.length; i++) {
            minimum = Math.min(minimum, numbers[i]);
        }
        return minimum;
    }
}
