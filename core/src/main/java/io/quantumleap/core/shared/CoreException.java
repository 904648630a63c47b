package io.quantumleap.core.shared;

/** Root of the promises that a caller of this module can break. Expected refusals are returned as values instead. */
public abstract sealed class CoreException extends RuntimeException
        permits InvalidValueException, MissingObjectException, ConflictException {

    CoreException(String message) {
        super(message);
    }
}
