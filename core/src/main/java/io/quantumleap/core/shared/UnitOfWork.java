package io.quantumleap.core.shared;

import java.util.function.Supplier;

/**
 * A transaction as a port: everything written inside one unit of work commits or vanishes together.
 *
 * <p>Implementations are safe for use by many threads; a unit of work belongs to the thread that opened it, and a unit
 * opened inside another joins it.
 */
public interface UnitOfWork {

    /**
     * Runs the work and commits. Any exception rolls everything back and is rethrown unchanged.
     *
     * @return what the work returned
     */
    <T> T run(Supplier<T> work);

    /** Runs work that returns nothing; otherwise as {@link #run(Supplier)}. */
    default void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }
}
