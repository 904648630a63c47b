package io.quantumleap.analytics.benchmark;

import io.quantumleap.analytics.measure.Annualisation;
import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import java.util.Objects;

/**
 * The choices that measures against a benchmark depend on, given by the caller and returned with the numbers.
 *
 * @param periods how many observations make a year
 * @param riskFreeRate the return per period that is earned without risk
 * @param estimator the divisor of the tracking error's variance
 * @param alphaAnnualisation how the alpha per period becomes one per year
 */
public record BenchmarkConventions(
        PeriodsPerYear periods, double riskFreeRate, Estimator estimator, Annualisation alphaAnnualisation) {

    /**
     * Refuses a risk-free rate that is not finite.
     *
     * @throws IllegalArgumentException if it is not
     */
    public BenchmarkConventions {
        Objects.requireNonNull(periods, "periods");
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(alphaAnnualisation, "alphaAnnualisation");
        if (!Double.isFinite(riskFreeRate)) {
            throw new IllegalArgumentException("The risk-free rate must be finite.");
        }
    }

    /** The usual choices: no risk-free rate, sample variance, alpha compounded over the year. */
    public static BenchmarkConventions usual(PeriodsPerYear periods) {
        return new BenchmarkConventions(periods, 0, Estimator.SAMPLE, Annualisation.GEOMETRIC);
    }

    /** The same with this risk-free rate per period. */
    public BenchmarkConventions withRiskFreeRate(double perPeriod) {
        return new BenchmarkConventions(periods, perPeriod, estimator, alphaAnnualisation);
    }

    /** The same with alpha annualised like this. */
    public BenchmarkConventions withAlphaAnnualisation(Annualisation other) {
        return new BenchmarkConventions(periods, riskFreeRate, estimator, other);
    }
}
