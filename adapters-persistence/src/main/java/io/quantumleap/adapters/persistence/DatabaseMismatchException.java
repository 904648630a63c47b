package io.quantumleap.adapters.persistence;

import org.jspecify.annotations.Nullable;

/** The database is not the one that this program's migrations make, so nothing was changed in it. */
public final class DatabaseMismatchException extends DatabaseException {

    /** @param message one sentence that says what differs */
    public DatabaseMismatchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
