/** Returns, risk, drawdown and the measures built on them: arrays in, records out, on the JDK alone. */
module io.quantumleap.analytics {
    requires transitive io.quantumleap.core;
    requires static org.jspecify;

    exports io.quantumleap.analytics.anomaly;
    exports io.quantumleap.analytics.attribution;
    exports io.quantumleap.analytics.backtest;
    exports io.quantumleap.analytics.benchmark;
    exports io.quantumleap.analytics.calendar;
    exports io.quantumleap.analytics.construction;
    exports io.quantumleap.analytics.construction.covariance;
    exports io.quantumleap.analytics.construction.rebalancing;
    exports io.quantumleap.analytics.distribution;
    exports io.quantumleap.analytics.drawdown;
    exports io.quantumleap.analytics.health;
    exports io.quantumleap.analytics.measure;
    exports io.quantumleap.analytics.performance;
    exports io.quantumleap.analytics.regression;
    exports io.quantumleap.analytics.returns;
    exports io.quantumleap.analytics.risk;
    exports io.quantumleap.analytics.rolling;
    exports io.quantumleap.analytics.series;
    exports io.quantumleap.analytics.simulation;
    exports io.quantumleap.analytics.streaming;
    exports io.quantumleap.analytics.tearsheet;
}
