package io.quantumleap.analytics.construction.rebalancing;

/**
 * One trade.
 *
 * @param asset counted from 0
 * @param amount bought when positive, sold when negative, before costs
 * @param cost paid from cash
 */
public record Trade(int asset, double amount, double cost) {}
