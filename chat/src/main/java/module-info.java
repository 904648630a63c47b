/** Filled by its features. */
module io.quantumleap.chat {
    requires transitive io.quantumleap.core;
    requires static org.jspecify;
}
