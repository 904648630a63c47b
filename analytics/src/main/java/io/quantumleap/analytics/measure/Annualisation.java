package io.quantumleap.analytics.measure;

/** How a rate per period becomes a rate per year. */
public enum Annualisation {
    /** (1 + rate)^A - 1: the rate compounds. */
    GEOMETRIC {
        @Override
        public double annual(double rate, PeriodsPerYear periods) {
            return periods.annualRate(rate);
        }
    },
    /** rate x A: the rate adds up. */
    ARITHMETIC {
        @Override
        public double annual(double rate, PeriodsPerYear periods) {
            return rate * periods.value();
        }
    };

    /** The rate per year. */
    public abstract double annual(double rate, PeriodsPerYear periods);
}
