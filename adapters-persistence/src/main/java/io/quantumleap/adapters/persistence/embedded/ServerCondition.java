package io.quantumleap.adapters.persistence.embedded;

/** What an embedded server is doing. */
public enum ServerCondition {

    /** It runs. */
    RUNNING("running"),

    /** It ended by itself and is being started again. */
    STARTING_AGAIN("starting again"),

    /** It ended by itself too often, or cannot be started again; only whoever runs the program can help. */
    GIVEN_UP("given up"),

    /** It was told to stop. */
    STOPPED("stopped");

    private final String text;

    ServerCondition(String text) {
        this.text = text;
    }

    /** In words, as health checks say it. */
    public String text() {
        return text;
    }
}
