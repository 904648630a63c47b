package io.quantumleap.analytics.backtest;

/** Why a backtest could not be run. Assets and bars are counted from 0. */
public sealed interface BacktestProblem {

    /** One sentence in plain English. */
    String sentence();

    /** A price is not a positive finite number, or open or close lies outside low and high. */
    record UnsoundBar(int asset, int bar) implements BacktestProblem {
        @Override
        public String sentence() {
            return "Bar " + bar + " of asset " + asset
                    + " does not have four positive prices with open and close between" + " low and high.";
        }
    }

    /** There are fewer bars than one decision and its execution need. */
    record TooFewBars(int bars, int needed) implements BacktestProblem {
        @Override
        public String sentence() {
            return "There are " + bars + " bars, and at least " + needed + " are needed.";
        }
    }
}
