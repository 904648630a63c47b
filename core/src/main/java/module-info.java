/** The business of Quantum Leap: portfolios, transactions, prices and valuation, on the JDK alone. */
module io.quantumleap.core {
    requires static org.jspecify;

    exports io.quantumleap.core.shared;
}
