package io.quantumleap.security.token;

/** Whether a token is believed. */
public sealed interface TokenVerdict {

    /** It is. */
    record Accepted(AccessTokenClaims claims) implements TokenVerdict {}

    /**
     * It is not.
     *
     * @param reason for the log; the caller learns no more than that the token is invalid
     */
    record Rejected(TokenFault reason) implements TokenVerdict {}
}
