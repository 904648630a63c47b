package io.quantumleap.adapters.persistence.security;

/** A key is there but cannot be used; the message says which and what to do. */
public final class UnusableKeyException extends RuntimeException {

    UnusableKeyException(String message) {
        super(message);
    }

    UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
