package io.quantumleap.analytics.measure;

/** Which number of observations a sum of squared deviations is divided by. */
public enum Estimator {
    /** n - 1: the unbiased estimate from a sample (ddof 1). */
    SAMPLE(1),
    /** n: the moment of the observations themselves (ddof 0). */
    POPULATION(0);

    private final int lostDegrees;

    Estimator(int lostDegrees) {
        this.lostDegrees = lostDegrees;
    }

    /** The divisor for this many observations; zero or less means that there are too few. */
    public long divisor(long observations) {
        return observations - lostDegrees;
    }
}
