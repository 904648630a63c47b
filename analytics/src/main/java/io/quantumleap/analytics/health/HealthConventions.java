package io.quantumleap.analytics.health;

/**
 * Where the yardsticks draw their lines, and how much each counts.
 *
 * @param performanceWeight the part of performance in the whole
 * @param diversificationWeight the part of diversification
 * @param riskWeight the part of risk
 * @param concentration lines for the weight of the largest holding, 0.1 for 10 %
 * @param volatility lines for the volatility a year
 * @param drawdown lines for the depth of the present drawdown, positive
 */
public record HealthConventions(
        double performanceWeight,
        double diversificationWeight,
        double riskWeight,
        Lines concentration,
        Lines volatility,
        Lines drawdown) {

    /**
     * Refuses parts that are not positive.
     *
     * @throws IllegalArgumentException if a part is not positive and finite
     */
    public HealthConventions {
        if (!isPart(performanceWeight) || !isPart(diversificationWeight) || !isPart(riskWeight)) {
            throw new IllegalArgumentException("Every yardstick has a positive part in the whole.");
        }
    }

    private static boolean isPart(double weight) {
        return weight > 0 && Double.isFinite(weight);
    }

    /**
     * Performance 35, diversification 25, risk 25 parts; a largest holding from 10, 15 and 25 %, a volatility from 15, 25 and
     * 40 % a year, a drawdown from 10, 20 and 35 % on. These are this library's own choice; no standard draws them.
     */
    public static HealthConventions usual() {
        return new HealthConventions(
                0.35,
                0.25,
                0.25,
                new Lines(0.10, 0.15, 0.25),
                new Lines(0.15, 0.25, 0.40),
                new Lines(0.10, 0.20, 0.35));
    }
}
