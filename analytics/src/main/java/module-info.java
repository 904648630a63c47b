/** Filled by its features. */
module io.quantumleap.analytics {
    requires transitive io.quantumleap.core;
    requires static org.jspecify;
}
