package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.rebalancing.TradingCosts;

/**
 * How a backtest trades.
 *
 * @param initialCash at the start, positive
 * @param execution at which price
 * @param commission as a part of the traded amount at the bar's price, and a fixed amount for each trade
 * @param slippage by which part of the bar's price a purchase is dearer and a sale cheaper
 */
public record BacktestSettings(double initialCash, Execution execution, TradingCosts commission, double slippage) {

    /**
     * Refuses settings out of their range.
     *
     * @throws IllegalArgumentException if cash is not positive and finite, or slippage and proportional commission are
     *     negative or reach one together
     */
    public BacktestSettings {
        if (!(initialCash > 0 && Double.isFinite(initialCash))) {
            throw new IllegalArgumentException("Initial cash is positive and finite.");
        }
        if (!(slippage >= 0 && slippage + commission.proportional() < 1)) {
            throw new IllegalArgumentException("Slippage is not negative, and below 1 with the commission.");
        }
    }

    /** Free trading at the next open. */
    public static BacktestSettings free(double initialCash) {
        return new BacktestSettings(initialCash, Execution.NEXT_OPEN, TradingCosts.NONE, 0);
    }

    /** Commission and slippage together, as the costs that a purchase or sale is planned with. */
    TradingCosts allCosts() {
        return new TradingCosts(commission.proportional() + slippage, commission.fixed());
    }
}
