package io.quantumleap.analytics.risk;

import io.quantumleap.analytics.measure.Estimator;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.measure.QuantileType;
import java.util.Objects;

/**
 * The choices that risk measures depend on, given by the caller and returned with the numbers.
 *
 * @param periods how many observations make a year
 * @param riskFreeRate the return per period that is earned without risk
 * @param target the return per period below which is downside (the minimum acceptable return)
 * @param estimator the divisor of variances
 * @param downsideDivisor the divisor of downside variances
 * @param confidence of value at risk and expected shortfall, such as 0.95
 * @param quantileType how the historical value at risk lies between two observations
 * @param shortfallMethod what the historical expected shortfall averages
 */
public record RiskConventions(
        PeriodsPerYear periods,
        double riskFreeRate,
        double target,
        Estimator estimator,
        DownsideDivisor downsideDivisor,
        double confidence,
        QuantileType quantileType,
        ShortfallMethod shortfallMethod) {

    private static final double USUAL_CONFIDENCE = 0.95;

    /**
     * Refuses rates that are not finite and a confidence outside (0, 1).
     *
     * @throws IllegalArgumentException if one of them is
     */
    public RiskConventions {
        Objects.requireNonNull(periods, "periods");
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(downsideDivisor, "downsideDivisor");
        Objects.requireNonNull(quantileType, "quantileType");
        Objects.requireNonNull(shortfallMethod, "shortfallMethod");
        if (!Double.isFinite(riskFreeRate) || !Double.isFinite(target)) {
            throw new IllegalArgumentException("The risk-free rate and the target must be finite.");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1.");
        }
    }

    /**
     * The usual choices: no risk-free rate, target zero, sample variance, downside over all observations, 95 %, linear
     * quantiles (type 7), shortfall of the returns no higher than the quantile.
     */
    public static RiskConventions usual(PeriodsPerYear periods) {
        return new RiskConventions(
                periods,
                0,
                0,
                Estimator.SAMPLE,
                DownsideDivisor.ALL_OBSERVATIONS,
                USUAL_CONFIDENCE,
                QuantileType.LINEAR,
                ShortfallMethod.NOT_ABOVE_QUANTILE);
    }

    /** The same with this risk-free rate per period. */
    public RiskConventions withRiskFreeRate(double perPeriod) {
        return new RiskConventions(
                periods, perPeriod, target, estimator, downsideDivisor, confidence, quantileType, shortfallMethod);
    }

    /** The same with this target per period. */
    public RiskConventions withTarget(double perPeriod) {
        return new RiskConventions(
                periods,
                riskFreeRate,
                perPeriod,
                estimator,
                downsideDivisor,
                confidence,
                quantileType,
                shortfallMethod);
    }

    /** The same with this divisor of variances. */
    public RiskConventions withEstimator(Estimator other) {
        return new RiskConventions(
                periods, riskFreeRate, target, other, downsideDivisor, confidence, quantileType, shortfallMethod);
    }

    /** The same with this divisor of downside variances. */
    public RiskConventions withDownsideDivisor(DownsideDivisor other) {
        return new RiskConventions(
                periods, riskFreeRate, target, estimator, other, confidence, quantileType, shortfallMethod);
    }

    /** The same with this confidence. */
    public RiskConventions withConfidence(double other) {
        return new RiskConventions(
                periods, riskFreeRate, target, estimator, downsideDivisor, other, quantileType, shortfallMethod);
    }

    /** The same with this type of quantile. */
    public RiskConventions withQuantileType(QuantileType other) {
        return new RiskConventions(
                periods, riskFreeRate, target, estimator, downsideDivisor, confidence, other, shortfallMethod);
    }

    /** The same with this method of expected shortfall. */
    public RiskConventions withShortfallMethod(ShortfallMethod other) {
        return new RiskConventions(
                periods, riskFreeRate, target, estimator, downsideDivisor, confidence, quantileType, other);
    }
}
