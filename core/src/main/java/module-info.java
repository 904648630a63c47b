/** The business of Quantum Leap: portfolios, transactions, prices and valuation, on the JDK alone. */
module io.quantumleap.core {
    requires static org.jspecify;

    exports io.quantumleap.core.event;
    exports io.quantumleap.core.event.port;
    exports io.quantumleap.core.sample;
    exports io.quantumleap.core.shared;
    exports io.quantumleap.core.market;
    exports io.quantumleap.core.market.port;
    exports io.quantumleap.core.portfolio;
    exports io.quantumleap.core.portfolio.port;
    exports io.quantumleap.core.valuation;
    exports io.quantumleap.core.valuation.port;
}
