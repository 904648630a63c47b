package io.quantumleap.chat.model;

/** The model gave no usable reply. Split by the one thing a caller wants to know: whether to ask again. */
public abstract sealed class ModelException extends RuntimeException
        permits RetryableModelException, PermanentModelException {

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    ModelException(String message) {
        super(message);
    }
}
