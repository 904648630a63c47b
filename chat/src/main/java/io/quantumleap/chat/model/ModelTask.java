package io.quantumleap.chat.model;

import java.util.Locale;

/** What a model is asked for; each kind has its own order of providers. */
public enum ModelTask {
    /** Answering a question of a person. */
    CHAT,
    /** Wording an analysis. */
    ANALYSIS,
    /** Shortening what fell out of a conversation's window. */
    SUMMARY;

    /** The name in configuration and JSON, such as {@code chat}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
