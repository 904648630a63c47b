package io.quantumleap.core.shared;

/** A value that breaks a rule of its type, such as a negative quantity. The message can be shown to the user. */
public final class InvalidValueException extends CoreException {

    /** @param message one sentence that says what is wrong, fit for the user who typed it */
    public InvalidValueException(String message) {
        super(message);
    }
}
