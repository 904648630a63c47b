package io.quantumleap.analytics.backtest;

/** At which price a decision made at the close of bar t is executed. */
public enum Execution {
    /** The open of bar t + 1: the first price that can be had after the decision. */
    NEXT_OPEN,
    /** The close of bar t + 1: for data that has closes alone. */
    NEXT_CLOSE
}
