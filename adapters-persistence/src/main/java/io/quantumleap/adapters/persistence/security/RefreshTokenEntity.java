package io.quantumleap.adapters.persistence.security;

import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.RefreshDigest;
import io.quantumleap.security.session.RefreshGrant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code refresh_token}. */
@Entity(name = "RefreshToken")
@Table(name = "refresh_token")
@NullUnmarked
class RefreshTokenEntity {

    @Id
    private String digest;

    @Column(name = "session_id", updatable = false)
    private UUID sessionId;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    /** For JPA. */
    protected RefreshTokenEntity() {}

    static RefreshTokenEntity of(RefreshGrant grant) {
        RefreshTokenEntity entity = new RefreshTokenEntity();
        entity.digest = grant.digest().hex();
        entity.sessionId = grant.session().value();
        entity.expiresAt = grant.expiresAt();
        entity.usedAt = grant.usedAt().orElse(null);
        return entity;
    }

    void usedAt(Instant now) {
        usedAt = now;
    }

    RefreshGrant toGrant() {
        return new RefreshGrant(new RefreshDigest(digest), new SessionId(sessionId), expiresAt, usedAt);
    }
}
