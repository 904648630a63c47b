package io.quantumleap.adapters.persistence;

/** The database was written by a newer version of the program, which this one must not touch. */
public final class DatabaseTooNewException extends DatabaseException {

    /** @param message one sentence that names both versions */
    public DatabaseTooNewException(String message) {
        super(message, null);
    }
}
