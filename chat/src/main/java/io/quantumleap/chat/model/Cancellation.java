package io.quantumleap.chat.model;

import java.util.ArrayList;
import java.util.List;

/** Tells work in progress that nobody waits for it any more. Safe for use by many threads. */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Work that goes on until {@link #cancel()}. */
    public Cancellation() {
        this.cancelled = false;
    }

    /** Asks the work to stop, once; later calls do nothing. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /** Whether the work should stop. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs the action when the work should stop, at once if that is already so. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
