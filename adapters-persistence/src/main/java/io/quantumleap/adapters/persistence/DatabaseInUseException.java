package io.quantumleap.adapters.persistence;

/** Another running program holds the folder of the embedded database. */
public final class DatabaseInUseException extends DatabaseException {

    /** @param message one sentence that names the folder and the way out */
    public DatabaseInUseException(String message) {
        super(message, null);
    }
}
