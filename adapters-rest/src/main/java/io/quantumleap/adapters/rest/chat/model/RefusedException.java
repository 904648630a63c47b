package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider answered with an error status. What it wrote is not kept. */
final class RefusedException extends HttpException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration wait;

    RefusedException(int status, @Nullable Duration wait) {
        super(status, "status " + status);
        this.wait = wait;
    }

    /** How long the provider asks to be left alone. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }
}
