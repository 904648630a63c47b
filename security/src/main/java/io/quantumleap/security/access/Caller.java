package io.quantumleap.security.access;

import io.quantumleap.core.shared.UserId;
import java.util.Objects;
import java.util.Set;

/** The person behind a request, as a verified token of a live session says; never taken from anything else. */
public record Caller(UserId id, String username, Set<Role> roles, SessionId session) {

    /** Refuses missing parts and copies the roles. */
    public Caller {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(session, "session");
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
