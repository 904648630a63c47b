package io.quantumleap.chat.model;

import java.util.Objects;

/**
 * The reply broke off after a part of it was given out. The same provider may break off again; another one may go on from
 * what was shown.
 */
public final class BrokenReplyException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final String provider;

    /**
     * A reply that broke off.
     *
     * @param provider who was replying
     * @param message what happened, without secrets
     */
    public BrokenReplyException(String provider, String message) {
        super(message);
        this.provider = Objects.requireNonNull(provider, "provider");
    }

    /** Who was replying. */
    public String provider() {
        return provider;
    }
}
