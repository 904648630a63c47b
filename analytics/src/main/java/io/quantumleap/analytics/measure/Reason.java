package io.quantumleap.analytics.measure;

/** Why a measure has no value. The sentence can be shown to the reader of a report. */
public enum Reason {
    /** There is no observation at all. */
    NO_OBSERVATIONS("There are no observations."),
    /** There are observations, but fewer than the formula needs. */
    TOO_FEW_OBSERVATIONS("There are too few observations for this measure."),
    /** An input is NaN or infinite. */
    NOT_FINITE("An observation is not a finite number."),
    /** The exact result is outside the range of a double, or an intermediate one is. */
    OUT_OF_RANGE("The result is too large or too small to be represented."),
    /** All observations are equal, so that nothing can be divided by their dispersion. */
    NO_VARIATION("The observations do not vary."),
    /** No observation lies below the target, so that nothing can be divided by the downside. */
    NO_DOWNSIDE("No observation lies below the target."),
    /** No observation lies above the target. */
    NO_UPSIDE("No observation lies above the target."),
    /** Wealth never fell below an earlier peak, so that nothing can be divided by a drawdown. */
    NO_DRAWDOWN("There was no drawdown."),
    /** A return below -100 % leaves negative wealth, which cannot be compounded. */
    BELOW_TOTAL_LOSS("A return below -100 % cannot be compounded."),
    /** Wealth fell to zero, so that nothing after it can be expressed as a growth rate. */
    TOTAL_LOSS("The value fell to zero."),
    /** The capital that a return would be earned on is zero or negative. */
    NO_CAPITAL("There was no positive capital to earn a return on."),
    /** The cash flows all have the same sign, so that no rate makes their present value zero. */
    NO_SIGN_CHANGE("The cash flows do not change sign, so no rate of return exists."),
    /** More than one rate makes the present value zero, and none of them is the answer. */
    SEVERAL_ROOTS("More than one rate of return solves these cash flows."),
    /** The search for a root ended without one. */
    NO_CONVERGENCE("The search for the rate of return did not converge."),
    /** All cash flows fall on one day, so that no time passes for a rate to act. */
    NO_TIME("All cash flows fall on one day."),
    /** The measure compares with a benchmark, and none was given. */
    NO_BENCHMARK("No benchmark was given."),
    /** The benchmark has no data for the period. */
    NO_BENCHMARK_DATA("The benchmark has no data for this period."),
    /** The regressors are linearly dependent. */
    COLLINEAR("The explaining series are linearly dependent.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence in plain English. */
    public String sentence() {
        return sentence;
    }
}
