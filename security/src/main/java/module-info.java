/** Filled by its features. */
module io.quantumleap.security {
    requires transitive io.quantumleap.core;
    requires static org.jspecify;
}
