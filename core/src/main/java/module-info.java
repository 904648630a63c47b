/** The business of Quantum Leap: portfolios, transactions, prices and valuation, on the JDK alone. */
module io.quantumleap.core {
    requires static org.jspecify;

    exports io.quantumleap.core.event;
    exports io.quantumleap.core.event.port;
    exports io.quantumleap.core.sample;
    exports io.quantumleap.core.shared;
    exports io.quantumleap.core.market;
    exports io.quantumleap.core.market.port;
    exports io.quantumleap.core.market.action;
    exports io.quantumleap.core.market.action.port;
    exports io.quantumleap.core.market.calendar;
    exports io.quantumleap.core.market.calendar.port;
    exports io.quantumleap.core.market.freshness;
    exports io.quantumleap.core.market.fx;
    exports io.quantumleap.core.market.provider;
    exports io.quantumleap.core.market.provider.port;
    exports io.quantumleap.core.market.reference;
    exports io.quantumleap.core.market.reference.port;
    exports io.quantumleap.core.portfolio;
    exports io.quantumleap.core.portfolio.port;
    exports io.quantumleap.core.valuation;
    exports io.quantumleap.core.valuation.port;
}
