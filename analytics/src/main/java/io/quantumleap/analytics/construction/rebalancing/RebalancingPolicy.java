package io.quantumleap.analytics.construction.rebalancing;

/**
 * When and how a portfolio is brought back to its target.
 *
 * @param band how far a weight may drift
 * @param destination what is traded once one has drifted further
 * @param costs what trading costs
 * @param smallestTrade trades of a smaller amount are left out; 0 leaves none out
 */
public record RebalancingPolicy(DriftBand band, Destination destination, TradingCosts costs, double smallestTrade) {

    /**
     * Refuses a smallest trade below nothing.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public RebalancingPolicy {
        if (!(smallestTrade >= 0 && Double.isFinite(smallestTrade))) {
            throw new IllegalArgumentException("The smallest trade is finite and not negative.");
        }
    }
}
