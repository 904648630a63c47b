package io.quantumleap.chat.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model cannot be reached now, and no part of a reply was given out: asking again may work. */
public final class RetryableModelException extends ModelException {

    private final transient @Nullable Duration pause;

    /**
     * @param message what happened, without secrets
     * @param pause how long the provider asks to wait, or null when it does not say
     * @param cause what was seen
     */
    public RetryableModelException(String message, @Nullable Duration pause, Throwable cause) {
        super(message, cause);
        this.pause = pause;
    }

    /** @param message what happened, without secrets */
    public RetryableModelException(String message) {
        super(message);
        this.pause = null;
    }

    /** How long the provider asks to wait, when it says. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(pause);
    }
}
