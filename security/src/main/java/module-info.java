/** Who may do what in Quantum Leap: access rules, tokens, sessions, passwords, headers, on the JDK and core alone. */
module io.quantumleap.security {
    requires transitive io.quantumleap.core;
    requires static org.jspecify;

    exports io.quantumleap.security.access;
    exports io.quantumleap.security.account;
    exports io.quantumleap.security.account.port;
    exports io.quantumleap.security.audit;
    exports io.quantumleap.security.audit.port;
    exports io.quantumleap.security.flag;
    exports io.quantumleap.security.flag.port;
    exports io.quantumleap.security.headers;
    exports io.quantumleap.security.limit;
    exports io.quantumleap.security.limit.port;
    exports io.quantumleap.security.report;
    exports io.quantumleap.security.report.port;
    exports io.quantumleap.security.input;
    exports io.quantumleap.security.input.port;
    exports io.quantumleap.security.richtext;
    exports io.quantumleap.security.richtext.port;
    exports io.quantumleap.security.secondfactor;
    exports io.quantumleap.security.secondfactor.port;
    exports io.quantumleap.security.session;
    exports io.quantumleap.security.session.port;
    exports io.quantumleap.security.signin;
    exports io.quantumleap.security.signin.port;
    exports io.quantumleap.security.token;
    exports io.quantumleap.security.token.port;
    exports io.quantumleap.security.vault;
    exports io.quantumleap.security.vault.port;
}
