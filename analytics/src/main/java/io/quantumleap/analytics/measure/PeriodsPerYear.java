package io.quantumleap.analytics.measure;

/**
 * How many observations make a year; never guessed from the data. 252 for trading days, 365 for calendar days, 52 for
 * weeks, 12 for months, 4 for quarters, 1 for years.
 */
public record PeriodsPerYear(double value) {

    /** Trading days, 252. */
    public static final PeriodsPerYear DAILY = new PeriodsPerYear(252);
    /** Calendar days, 365. */
    public static final PeriodsPerYear CALENDAR_DAILY = new PeriodsPerYear(365);
    /** Weeks, 52. */
    public static final PeriodsPerYear WEEKLY = new PeriodsPerYear(52);
    /** Months, 12. */
    public static final PeriodsPerYear MONTHLY = new PeriodsPerYear(12);
    /** Quarters, 4. */
    public static final PeriodsPerYear QUARTERLY = new PeriodsPerYear(4);
    /** Years, 1. */
    public static final PeriodsPerYear YEARLY = new PeriodsPerYear(1);

    /**
     * Refuses what is not a positive finite number.
     *
     * @throws IllegalArgumentException if it is not
     */
    public PeriodsPerYear {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("Periods per year must be a positive finite number.");
        }
    }

    /** The factor that turns a dispersion per period into one per year: the square root. */
    public double dispersionFactor() {
        return Math.sqrt(value);
    }

    /** The rate per period that compounds to this rate per year: (1 + annual)^(1/periods) - 1. */
    public double periodRate(double annualRate) {
        return Math.expm1(Math.log1p(annualRate) / value);
    }

    /** The rate per year that this rate per period compounds to: (1 + rate)^periods - 1. */
    public double annualRate(double periodRate) {
        return Math.expm1(Math.log1p(periodRate) * value);
    }
}
