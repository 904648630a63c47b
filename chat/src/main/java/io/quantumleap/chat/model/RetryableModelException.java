package io.quantumleap.chat.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model cannot be reached now, and no part of a reply was given out: asking again may work. */
public final class RetryableModelException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration wait;
    private final boolean dear;

    /** @param message what happened, without secrets */
    public RetryableModelException(String message) {
        this(message, null);
    }

    /**
     * A failure that passes.
     *
     * @param message what happened, without secrets
     * @param wait how long the provider asks to be left alone, or null when it does not say
     */
    public RetryableModelException(String message, @Nullable Duration wait) {
        this(message, wait, false);
    }

    private RetryableModelException(String message, @Nullable Duration wait, boolean dear) {
        super(message);
        this.wait = wait;
        this.dear = dear;
    }

    /** The provider took the request and then stayed silent, so that nobody knows whether it has worked. */
    public static RetryableModelException afterSilence(String message) {
        return new RetryableModelException(message, null, true);
    }

    /** Whether the provider may charge for the request all the same. */
    public boolean mayHaveCost() {
        return dear;
    }

    /** How long the provider asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }
}
