package io.quantumleap.adapters.rest.market.provider;

/** The provider failed in a way that may pass within moments. The message is for people and holds no secret. */
public final class RetryableProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a cause, since causes quote addresses and the address of a request holds the key. */
    public RetryableProviderException(String message) {
        super(message);
    }
}
