package io.quantumleap.analytics.construction.rebalancing;

import java.util.List;

/** The answer to a question for rebalancing trades. */
public sealed interface RebalancingPlan {

    /** Every weight is inside its band, or every trade would be below the smallest: nothing to do. */
    record Nothing() implements RebalancingPlan {}

    /**
     * Trades that pay for their own costs.
     *
     * @param trades by asset
     * @param cost of all trades
     * @param turnover half of all amounts bought and sold, as a part of the value before
     * @param valueAfter of assets and cash, which is the value before less the cost
     * @param cashAfter of that
     */
    record Trades(List<Trade> trades, double cost, double turnover, double valueAfter, double cashAfter)
            implements RebalancingPlan {
        /** Copies the list. */
        public Trades {
            trades = List.copyOf(trades);
        }
    }

    /** The trades would need more cash than there is; cash would fall short by this much. */
    record CashShortfall(double amount) implements RebalancingPlan {}

    /** The portfolio is worth nothing, or less than its trades would cost, so it has no weights to restore. */
    record NoValue(double value) implements RebalancingPlan {}

    /** The value of a holding is NaN or infinite; asset -1 is the cash. */
    record NotFinite(int asset) implements RebalancingPlan {}
}
