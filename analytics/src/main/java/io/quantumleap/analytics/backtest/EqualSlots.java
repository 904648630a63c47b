package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.Weights;

/** Holds each asset that a rule wants in a slot of equal size. */
final class EqualSlots implements Strategy {

    /** Whether an asset should be held from the next bar on. */
    @FunctionalInterface
    interface Rule {
        boolean wants(BarHistory history, int asset, boolean held);
    }

    private final int barsNeeded;
    private final Rule rule;

    EqualSlots(int barsNeeded, Rule rule) {
        this.barsNeeded = barsNeeded;
        this.rule = rule;
    }

    @Override
    public Decision atClose(BarHistory history, Weights held) {
        if (!history.hasAtLeast(barsNeeded)) {
            return Decision.hold();
        }
        int assets = history.assets();
        double[] weights = new double[assets];
        boolean changed = false;
        for (int asset = 0; asset < assets; asset++) {
            boolean holds = held.weight(asset) != 0;
            boolean wants = rule.wants(history, asset, holds);
            weights[asset] = wants ? 1.0 / assets : 0;
            changed |= wants != holds;
        }
        return changed ? Decision.target(weights) : Decision.hold();
    }
}
