package io.quantumleap.analytics.construction;

import java.util.Arrays;

/**
 * An investor's views on expected returns: each a portfolio (a row of picks), the return expected of it, and how uncertain
 * that is. Immutable.
 */
public final class Views {

    /** How the uncertainty of a view, the variance of its error, is given. */
    private enum Uncertainty {
        PROPORTIONAL,
        VARIANCES,
        CONFIDENCES
    }

    private final double[][] picks;
    private final double[] returns;
    private final Uncertainty uncertainty;
    private final double[] levels;

    private Views(double[][] picks, double[] returns, Uncertainty uncertainty, double[] levels) {
        if (picks.length != returns.length || picks.length != levels.length) {
            throw new IllegalArgumentException("Each view has picks, a return and an uncertainty.");
        }
        boolean finite = Arrays.stream(picks).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)
                && Arrays.stream(returns).allMatch(Double::isFinite);
        if (!finite) {
            throw new IllegalArgumentException("Picks and returns of views are finite numbers.");
        }
        this.picks = Arrays.stream(picks).map(double[]::clone).toArray(double[][]::new);
        this.returns = returns.clone();
        this.uncertainty = uncertainty;
        this.levels = levels.clone();
    }

    /** No views. */
    public static Views none() {
        return new Views(new double[0][], new double[0], Uncertainty.PROPORTIONAL, new double[0]);
    }

    /**
     * Views as uncertain as the prior is about the same portfolio: variance p (tau S) p' for each (G. He and R. Litterman,
     * The intuition behind Black-Litterman model portfolios, 1999).
     */
    public static Views asUncertainAsThePrior(double[][] picks, double[] returns) {
        return new Views(picks, returns, Uncertainty.PROPORTIONAL, new double[returns.length]);
    }

    /**
     * Views with given variances of their errors; zero is certainty.
     *
     * @throws IllegalArgumentException if a variance is negative or not finite
     */
    public static Views withVariances(double[][] picks, double[] returns, double[] variances) {
        if (!Arrays.stream(variances).allMatch(v -> v >= 0 && Double.isFinite(v))) {
            throw new IllegalArgumentException("A view's variance is finite and not negative.");
        }
        return new Views(picks, returns, Uncertainty.VARIANCES, variances);
    }

    /**
     * Views with confidences above 0 and at most 1 (certainty): variance p (tau S) p' (1 - c) / c, so that the tilt is c of
     * what certainty would give (T. Idzorek, A step-by-step guide to the Black-Litterman model, 2005, in the closed form of
     * J. Walters, The Black-Litterman model in detail, 2014).
     *
     * @throws IllegalArgumentException if a confidence is out of its range
     */
    public static Views withConfidences(double[][] picks, double[] returns, double[] confidences) {
        if (!Arrays.stream(confidences).allMatch(c -> c > 0 && c <= 1)) {
            throw new IllegalArgumentException("A confidence lies above 0 and is at most 1.");
        }
        return new Views(picks, returns, Uncertainty.CONFIDENCES, confidences);
    }

    int size() {
        return returns.length;
    }

    double[] picks(int view) {
        return picks[view];
    }

    double expected(int view) {
        return returns[view];
    }

    /** The variance of a view's error, when the prior's variance of the same portfolio is this. */
    double variance(int view, double priorVariance) {
        return switch (uncertainty) {
            case PROPORTIONAL -> priorVariance;
            case VARIANCES -> levels[view];
            case CONFIDENCES -> priorVariance * (1 - levels[view]) / levels[view];
        };
    }
}
