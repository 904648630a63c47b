package io.quantumleap.analytics.construction.rebalancing;

/**
 * What trading costs.
 *
 * @param proportional the part of the traded amount, half the spread and market impact included; 0.001 is ten basis points
 * @param fixed the amount for each trade
 */
public record TradingCosts(double proportional, double fixed) {

    /** Trading is free. */
    public static final TradingCosts NONE = new TradingCosts(0, 0);

    /**
     * Refuses costs below nothing, and a part of the whole trade or more.
     *
     * @throws IllegalArgumentException if the part is not in [0, 1) or the fixed amount is negative or not finite
     */
    public TradingCosts {
        if (!(proportional >= 0 && proportional < 1 && fixed >= 0 && Double.isFinite(fixed))) {
            throw new IllegalArgumentException(
                    "Proportional costs lie in [0, 1), fixed costs are finite, none negative.");
        }
    }

    double of(double amount) {
        return amount == 0 ? 0 : proportional * Math.abs(amount) + fixed;
    }
}
