package io.quantumleap.adapters.persistence.security;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code sign_in_session}. */
@Entity(name = "SignInSession")
@Table(name = "sign_in_session")
@NullUnmarked
class SessionEntity {

    @Id
    private UUID id;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "user_agent", updatable = false)
    private String userAgent;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** For JPA. */
    protected SessionEntity() {}

    static SessionEntity of(Session session) {
        SessionEntity entity = new SessionEntity();
        entity.id = session.id().value();
        entity.accountId = session.user().value();
        entity.createdAt = session.createdAt();
        entity.lastUsedAt = session.lastUsedAt();
        entity.expiresAt = session.expiresAt();
        entity.userAgent = session.userAgent();
        entity.endedAt = session.endedAt().orElse(null);
        return entity;
    }

    void usedAt(Instant now) {
        lastUsedAt = now;
    }

    Session toSession() {
        return new Session(
                new SessionId(id), new UserId(accountId), createdAt, lastUsedAt, expiresAt, userAgent, endedAt);
    }
}
