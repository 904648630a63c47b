package io.quantumleap.core.shared;

/** Root of the promises that a caller of this module can break. Expected refusals are returned as values instead. */
public abstract sealed class CoreException extends RuntimeException
        permits InvalidValueException, MissingObjectException, ConflictException {

    private final String message;

    CoreException(String message) {
        super(message);
        this.message = message;
    }

    /** One sentence for people; never null. */
    @Override
    public String getMessage() {
        return message;
    }
}
