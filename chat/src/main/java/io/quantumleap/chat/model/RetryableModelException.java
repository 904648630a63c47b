package io.quantumleap.chat.model;

/** The model cannot be reached now, and no part of a reply was given out: asking again may work. */
public final class RetryableModelException extends ModelException {

    /** @param message what happened, without secrets */
    public RetryableModelException(String message) {
        super(message);
    }
}
