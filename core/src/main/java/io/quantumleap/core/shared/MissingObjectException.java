package io.quantumleap.core.shared;

/**
 * The object does not exist for this caller. An object of another user is missing in just the same way, so that nobody
 * learns that it exists.
 */
public final class MissingObjectException extends CoreException {

    /** @param message one sentence that names the kind of object, fit for the user */
    public MissingObjectException(String message) {
        super(message);
    }
}
