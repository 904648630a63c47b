/** Who may do what in Quantum Leap: access rules, tokens, sessions, passwords, headers, on the JDK and core alone. */
module io.quantumleap.security {
    requires transitive io.quantumleap.core;
    requires static org.jspecify;

    exports io.quantumleap.security.access;
}
