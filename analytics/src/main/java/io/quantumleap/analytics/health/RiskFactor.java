package io.quantumleap.analytics.health;

/**
 * A risk that stands out.
 *
 * @param kind what it is
 * @param level how much it stands out, never {@link RiskLevel#LOW}
 * @param value what was measured
 * @param line the line that it has reached
 */
public record RiskFactor(Kind kind, RiskLevel level, double value, double line) {

    /** What stands out. */
    public enum Kind {
        /** The weight of the largest holding in what is invested. */
        LARGEST_HOLDING,
        /** The volatility a year. */
        VOLATILITY,
        /** How far the portfolio stands below its highest point. */
        CURRENT_DRAWDOWN
    }
}
