package io.quantumleap.chat.model;

import java.time.Duration;
import java.util.Objects;

/** A budget does not allow the call; the provider was not asked. */
public final class BudgetReachedException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final Duration left;

    /**
     * A call that was not made.
     *
     * @param message why, for the person who asked
     * @param left how long until the budget begins anew
     */
    public BudgetReachedException(String message, Duration left) {
        super(message);
        this.left = Objects.requireNonNull(left, "left");
    }

    /** How long until the budget begins anew. */
    public Duration left() {
        return left;
    }
}
