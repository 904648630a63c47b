package io.quantumleap.chat.model;

/** Asking the same again will not help: the request was refused, or the reply broke off after part of it was given out. */
public final class PermanentModelException extends ModelException {

    /** @param message what happened, without secrets */
    public PermanentModelException(String message) {
        super(message);
    }
}
