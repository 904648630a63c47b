package io.quantumleap.core.shared;

/** The request is well formed but the state of things does not allow it now, such as a name that is taken. */
public final class ConflictException extends CoreException {

    /** @param message one sentence that says what stands in the way, fit for the user */
    public ConflictException(String message) {
        super(message);
    }
}
