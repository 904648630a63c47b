package io.quantumleap.security.token;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What an access token of ours says (RFC 9068): who issued it for whom and when, about which user in which session and role.
 *
 * @param tokenId {@code jti}
 * @param username {@code upn}
 * @param roles {@code groups}
 * @param session {@code sid}
 */
public record AccessTokenClaims(
        String issuer,
        String audience,
        String tokenId,
        UserId subject,
        String username,
        Set<Role> roles,
        SessionId session,
        Instant issuedAt,
        Instant expiresAt) {

    /** Refuses missing parts and copies the roles. */
    public AccessTokenClaims {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(tokenId, "tokenId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        roles = Set.copyOf(roles);
    }
}
