package io.quantumleap.analytics.backtest;

import java.util.List;
import java.util.OptionalInt;

/** What a strategy did and earned. Immutable. */
public final class BacktestReport {

    private final double[] equity;
    private final List<Fill> fills;
    private final OptionalInt ruinedAt;

    BacktestReport(double[] equity, List<Fill> fills, OptionalInt ruinedAt) {
        this.equity = equity;
        this.fills = List.copyOf(fills);
        this.ruinedAt = ruinedAt;
    }

    /** The value of cash and positions at each close, as a new array; it starts with the initial cash. */
    public double[] equity() {
        return equity.clone();
    }

    /** The simple return of each bar but the first; after ruin 0. */
    public double[] returns() {
        double[] returns = new double[equity.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = equity[i] == 0 ? 0 : equity[i + 1] / equity[i] - 1;
        }
        return returns;
    }

    /** Every executed trade, in order. */
    public List<Fill> fills() {
        return fills;
    }

    /** Commission and slippage of all trades. */
    public double costs() {
        return fills.stream()
                .mapToDouble(f -> f.commission() + f.slippageCost())
                .sum();
    }

    /** The sum of all amounts bought and sold, at the bars' prices with slippage. */
    public double tradedAmount() {
        return fills.stream()
                .mapToDouble(f -> Math.abs(f.quantity()) * f.price())
                .sum();
    }

    /** The bar at which short positions had lost everything: equity is zero from there on. */
    public OptionalInt ruinedAt() {
        return ruinedAt;
    }
}
