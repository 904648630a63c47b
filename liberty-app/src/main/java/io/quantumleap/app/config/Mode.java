package io.quantumleap.app.config;

/** How strict the server is about its settings. */
public enum Mode {
    /** Everything has a default that works on one's own machine. */
    DEVELOPMENT,
    /** What would be unsafe for other people's money is refused at start. */
    PRODUCTION
}
