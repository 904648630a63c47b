package io.quantumleap.adapters.rest.portfolio.preset;

/** A preset that cannot be used; the message is one sentence for the operator who wrote it. */
public final class InvalidPresetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPresetException(String message) {
        super(message);
    }
}
