package io.quantumleap.security.token.port;

import io.quantumleap.security.token.AccessTokenClaims;

/** Makes a signed token from claims. */
@FunctionalInterface
public interface TokenSigner {

    /** The compact form (RFC 7515) of a token with these claims, signed with the active key and of type {@code at+jwt}. */
    String sign(AccessTokenClaims claims);
}
