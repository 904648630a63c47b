package io.quantumleap.security.token;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import java.util.Objects;
import java.util.Set;

/** Whom a token is about. */
public record Identity(String tokenId, UserId subject, String username, Set<Role> roles, SessionId session) {

    /** Refuses missing parts and copies the roles. */
    public Identity {
        Objects.requireNonNull(tokenId, "tokenId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(session, "session");
        roles = Set.copyOf(roles);
    }
}
