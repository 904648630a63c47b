package io.quantumleap.analytics.backtest;

/**
 * An executed trade.
 *
 * @param asset counted from 0
 * @param decidedAt the bar at whose close it was decided
 * @param executedAt the bar at which it was executed, the next one
 * @param quantity bought when positive, sold when negative; fractions are allowed
 * @param price paid or received for one, slippage included
 * @param commission paid beside it
 * @param slippageCost the part of the amount that slippage took
 */
public record Fill(
        int asset,
        int decidedAt,
        int executedAt,
        double quantity,
        double price,
        double commission,
        double slippageCost) {}
