package io.quantumleap.adapters.rest.chat;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sends a comment down each stream now and then: it keeps idle connections open and finds those that are gone. */
public final class Heartbeat {

    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final Duration pause;

    /**
     * Beats with this timer.
     *
     * @param timer says when
     * @param executor does the sending, which may block for a slow reader
     * @param pause between two beats
     */
    public Heartbeat(ScheduledExecutorService timer, Executor executor, Duration pause) {
        this.timer = timer;
        this.executor = executor;
        this.pause = pause;
    }

    /** Beats until the stream ends. */
    void accompany(AnswerStream stream) {
        ScheduledFuture<?> beats = timer.scheduleWithFixedDelay(
                () -> executor.execute(stream::beat), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        stream.onEnd(() -> beats.cancel(false));
    }
}
