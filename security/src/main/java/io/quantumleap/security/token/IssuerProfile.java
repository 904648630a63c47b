package io.quantumleap.security.token;

import java.util.Optional;

/** What the tokens of one kind of issuer look like, beyond what all tokens have in common. */
public sealed interface IssuerProfile permits OwnIssuer, OpenIdProvider {

    /** Whether a token with these claims is meant for this audience. */
    boolean isFor(TokenPart claims, String audience);

    /** What the claims say, times aside; empty if one that is needed is missing, blank or of the wrong type. */
    Optional<Identity> identity(TokenPart claims);
}
