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

    /**
     * What would bring the value back to the line, as a ratio.
     *
     * <ul>
     *   <li>largest holding w over the line l: the part (w - l) / (1 - l) of what is invested, sold from that holding and not
     *       invested again
     *   <li>volatility s over the line l: the part 1 - l / s of the portfolio, moved evenly from everything into cash, whose
     *       volatility is nil
     *   <li>drawdown d: a gain of d / (1 - d) leads back to the highest point, whatever the line
     * </ul>
     */
    public double remedy() {
        return switch (kind) {
            case LARGEST_HOLDING -> (value - line) / (1 - line);
            case VOLATILITY -> 1 - line / value;
            case CURRENT_DRAWDOWN -> value / (1 - value);
        };
    }

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
