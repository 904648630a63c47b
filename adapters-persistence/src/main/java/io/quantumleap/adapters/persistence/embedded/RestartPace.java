package io.quantumleap.adapters.persistence.embedded;

import java.time.Duration;
import java.util.List;

/**
 * How often, and with which waits, a server that ended by itself is started again.
 *
 * @param waits before each attempt; there are as many attempts as waits
 * @param settled how long a server must have run for its next end to be the first one again
 */
record RestartPace(List<Duration> waits, Duration settled) {

    /** Longer in total than a process of the old server may take to notice that it has none: its statement ends in half a minute. */
    static final RestartPace USUAL = new RestartPace(
            List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(16),
                    Duration.ofSeconds(32)),
            Duration.ofMinutes(10));

    RestartPace {
        waits = List.copyOf(waits);
    }
}
