package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.access.Caller;
import io.quantumleap.security.session.Session;
import java.time.Instant;

/** One place where the caller is signed in. */
public record SessionJson(String id, Instant createdAt, Instant lastUsedAt, String userAgent, boolean current) {

    static SessionJson of(Session session, Caller caller) {
        return new SessionJson(
                session.id().toString(),
                session.createdAt(),
                session.lastUsedAt(),
                session.userAgent(),
                session.id().equals(caller.session()));
    }
}
