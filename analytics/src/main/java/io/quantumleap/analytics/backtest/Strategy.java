package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.Weights;

/**
 * A rule that decides at the close of every bar. It must be a function of its arguments, so that a backtest can be repeated
 * and cut into windows.
 */
@FunctionalInterface
public interface Strategy {

    /**
     * Decides what to hold from the next bar on.
     *
     * @param history everything known now
     * @param held the weights now held, at the prices of this close; what they leave to one is cash
     */
    Decision atClose(BarHistory history, Weights held);
}
