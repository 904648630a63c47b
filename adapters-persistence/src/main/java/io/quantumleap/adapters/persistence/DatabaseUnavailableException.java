package io.quantumleap.adapters.persistence;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached or cannot answer now. The same call may succeed later. */
public final class DatabaseUnavailableException extends DatabaseException {

    /** @param message one sentence that says what failed, without any credential */
    public DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
