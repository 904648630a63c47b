package io.quantumleap.app.start;

/** A reason not to start that the operator can do something about. */
public final class StartRefusal extends RuntimeException {

    /** @param message one sentence that says what is wrong and what to do */
    public StartRefusal(String message) {
        super(message);
    }
}
