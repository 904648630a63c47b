package io.quantumleap.analytics.health;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Three yardsticks of a portfolio, each from 0 to 100, and what they rest on.
 *
 * <ul>
 *   <li>performance: 100 times the probability that the true Sharpe ratio is above zero (probabilistic Sharpe ratio, Bailey and
 *       López de Prado 2012)
 *   <li>diversification: 100 (1 - H) with the Herfindahl-Hirschman index H, the sum of the squared weights of what is invested:
 *       0 for one holding, 90 for ten equal ones
 *   <li>risk: 100 less 10 and the points of each risk that stands out (10 for a medium, 20 for a high, 30 for a critical
 *       one), not below 0
 *   <li>overall: the mean of those that can be had, by their parts
 * </ul>
 *
 * <p>The level of risk is that of the worst risk; two medium ones together are high.
 *
 * @param performance 0 to 100, or why not
 * @param diversification 0 to 100, or why not
 * @param risk 0 to 100, or why not
 * @param overall 0 to 100, or why not
 * @param concentration the Herfindahl-Hirschman index of what is invested, or why not
 * @param level the level of risk
 * @param factors the risks that stand out
 * @param conventions where the lines were drawn
 */
public record PortfolioHealth(
        Measure performance,
        Measure diversification,
        Measure risk,
        Measure overall,
        Measure concentration,
        RiskLevel level,
        List<RiskFactor> factors,
        HealthConventions conventions) {

    private static final double BEST = 100;
    private static final int POINTS_OF_ANY_INVESTMENT = 10;

    /** Copies the list. */
    public PortfolioHealth {
        factors = List.copyOf(factors);
    }

    /**
     * Looks at a portfolio.
     *
     * @param values what each holding is worth in one currency, none negative; cash left out
     * @param probabilisticSharpe the probability that the true Sharpe ratio is above zero, or why there is none
     * @param volatility a year, or why there is none
     * @param currentDrawdown how far it stands below its highest point, zero or negative, or why there is none
     * @throws IllegalArgumentException if a value is negative or not finite
     */
    public static PortfolioHealth of(
            double[] values,
            Measure probabilisticSharpe,
            Measure volatility,
            Measure currentDrawdown,
            HealthConventions conventions) {
        double total = total(values);
        Measure concentration = total > 0 ? herfindahl(values, total) : Measure.unavailable(Reason.NO_CAPITAL);
        List<RiskFactor> factors = new ArrayList<>();
        if (total > 0) {
            double largest = Arrays.stream(values).max().orElseThrow() / total;
            add(factors, RiskFactor.Kind.LARGEST_HOLDING, largest, conventions.concentration());
        }
        volatility
                .asOptional()
                .ifPresent(sigma -> add(factors, RiskFactor.Kind.VOLATILITY, sigma, conventions.volatility()));
        currentDrawdown
                .asOptional()
                .ifPresent(below -> add(factors, RiskFactor.Kind.CURRENT_DRAWDOWN, -below, conventions.drawdown()));
        Measure performance = probabilisticSharpe.map(probability -> BEST * probability);
        Measure diversification = concentration.map(index -> BEST * (1 - index));
        Measure risk = total > 0 || volatility.available()
                ? Measure.of(safety(factors))
                : Measure.unavailable(Reason.NO_CAPITAL);
        return new PortfolioHealth(
                performance,
                diversification,
                risk,
                overall(
                        new Measure[] {performance, diversification, risk},
                        conventions.performanceWeight(),
                        conventions.diversificationWeight(),
                        conventions.riskWeight()),
                concentration,
                level(factors),
                factors,
                conventions);
    }

    private static double total(double[] values) {
        double total = 0;
        for (double value : values) {
            if (!(value >= 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException("What a holding is worth is finite and not negative.");
            }
            total += value;
        }
        return total;
    }

    private static Measure herfindahl(double[] values, double total) {
        double sum = 0;
        for (double value : values) {
            sum += value / total * (value / total);
        }
        return Measure.of(sum);
    }

    private static void add(List<RiskFactor> factors, RiskFactor.Kind kind, double value, Lines lines) {
        RiskLevel level = lines.of(value);
        if (level != RiskLevel.LOW) {
            factors.add(new RiskFactor(kind, level, value, lines.reached(level)));
        }
    }

    private static double safety(List<RiskFactor> factors) {
        int points =
                factors.stream().mapToInt(factor -> factor.level().points()).sum();
        return Math.max(0, BEST - POINTS_OF_ANY_INVESTMENT - points);
    }

    private static RiskLevel level(List<RiskFactor> factors) {
        RiskLevel worst = factors.stream()
                .map(RiskFactor::level)
                .max(RiskLevel::compareTo)
                .orElse(RiskLevel.LOW);
        return worst == RiskLevel.MEDIUM && factors.size() > 1 ? RiskLevel.HIGH : worst;
    }

    private static Measure overall(Measure[] yardsticks, double... parts) {
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < yardsticks.length; i++) {
            if (yardsticks[i] instanceof Measure.Value value) {
                sum += parts[i] * value.number();
                whole += parts[i];
            }
        }
        return Measure.ratio(sum, whole, Reason.NO_OBSERVATIONS);
    }
}
