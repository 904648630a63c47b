package io.quantumleap.app.it;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, never longer than it takes. */
public final class Await {

    private static final int MILLISECONDS_BETWEEN_LOOKS = 50;

    private Await() {}

    /**
     * Looks again and again.
     *
     * @param stillPossible throws when waiting on makes no sense
     */
    public static void until(String what, Duration atMost, BooleanSupplier condition, Runnable stillPossible) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            stillPossible.run();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("In vain for " + atMost.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
