package io.quantumleap.app.request;

import io.quantumleap.app.config.ServerSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * When the answer to this request is of no use any more. It is looked at before each unit of work, and a statement in the
 * database runs no longer than to it.
 */
@RequestScoped
public class RequestDeadline {

    /** The time that work outside a request has. */
    public static final Duration FOR_EVER = Duration.ofDays(1);

    @Inject
    ServerSettings settings;

    private long end;

    /** For the container, which makes one for each request. */
    public RequestDeadline() {}

    @PostConstruct
    void begin() {
        end = System.nanoTime() + settings.http().deadline().toNanos();
    }

    /** Nothing or less once it is over. */
    public Duration timeLeft() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
