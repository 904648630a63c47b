package io.quantumleap.security.token;

import java.util.Objects;

/**
 * A token that came with a request, taken apart but not believed yet.
 *
 * @param length the length of its compact form
 */
public record PresentedToken(int length, TokenPart header, TokenPart claims) {

    /** Refuses missing parts. */
    public PresentedToken {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(claims, "claims");
    }
}
