package io.quantumleap.adapters.persistence;

import org.jspecify.annotations.Nullable;

/** Root of what a database can refuse. Every message is one sentence that says what is wrong and what to do. */
public abstract sealed class DatabaseException extends RuntimeException
        permits DatabaseInUseException,
                DatabaseMismatchException,
                DatabaseTooNewException,
                DatabaseUnavailableException {

    DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
