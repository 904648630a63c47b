package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.RefreshDigest;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.Session;
import io.quantumleap.security.session.port.Sessions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Sessions in PostgreSQL. Safe for use by many threads. */
public final class JpaSessions implements Sessions {

    private final JpaUnitOfWork work;
    private final Runnable afterEnd;

    /** Stands on the program's unit of work, where nobody remembers what was live. */
    public JpaSessions(JpaUnitOfWork work) {
        this(work, () -> {});
    }

    /**
     * Stands on the program's unit of work.
     *
     * @param afterEnd what is done when sessions have ended for good, before whoever ended them hears of it
     */
    public JpaSessions(JpaUnitOfWork work, Runnable afterEnd) {
        this.work = work;
        this.afterEnd = afterEnd;
    }

    @Override
    public void add(Session session, RefreshGrant first) {
        work.with(manager -> {
            manager.persist(SessionEntity.of(session));
            manager.flush();
            manager.persist(RefreshTokenEntity.of(first));
            return true;
        });
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return work.with(manager -> Optional.ofNullable(manager.find(SessionEntity.class, id.value()))
                .map(SessionEntity::toSession));
    }

    @Override
    public List<Session> liveOf(UserId user, Instant now) {
        return work.with(manager -> manager.createQuery(
                        "SELECT s FROM SignInSession s WHERE s.accountId = :user AND s.endedAt IS NULL"
                                + " AND s.expiresAt > :now ORDER BY s.lastUsedAt DESC, s.id DESC",
                        SessionEntity.class)
                .setParameter("user", user.value())
                .setParameter("now", now)
                .getResultStream()
                .map(SessionEntity::toSession)
                .toList());
    }

    @Override
    public Optional<RefreshGrant> lock(RefreshDigest digest) {
        return work.with(manager -> Optional.ofNullable(
                        manager.find(RefreshTokenEntity.class, digest.hex(), LockModeType.PESSIMISTIC_WRITE))
                .map(RefreshTokenEntity::toGrant));
    }

    @Override
    public void rotate(RefreshGrant used, RefreshGrant next, Instant now) {
        work.with(manager -> {
            manager.find(RefreshTokenEntity.class, used.digest().hex()).usedAt(now);
            manager.find(SessionEntity.class, used.session().value()).usedAt(now);
            manager.persist(RefreshTokenEntity.of(next));
            return true;
        });
    }

    @Override
    public void end(SessionId id, Instant now) {
        end(manager -> manager.createQuery(
                        "UPDATE SignInSession s SET s.endedAt = :now WHERE s.id = :id AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("id", id.value())
                .executeUpdate());
    }

    @Override
    public void endAllOf(UserId user, Instant now) {
        end(manager -> manager.createQuery(
                        "UPDATE SignInSession s SET s.endedAt = :now WHERE s.accountId = :user AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("user", user.value())
                .executeUpdate());
    }

    @Override
    public void endOthersOf(UserId user, SessionId kept, Instant now) {
        end(manager -> manager.createQuery("UPDATE SignInSession s SET s.endedAt = :now"
                        + " WHERE s.accountId = :user AND s.id <> :kept AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("user", user.value())
                .setParameter("kept", kept.value())
                .executeUpdate());
    }

    private void end(ToIntFunction<EntityManager> update) {
        work.with(manager -> {
            int ended = update.applyAsInt(manager);
            if (ended > 0) {
                work.afterCommit(afterEnd);
            }
            return ended;
        });
    }

    @Override
    public void forgetEndedBefore(Instant moment) {
        work.with(manager -> manager.createQuery(
                        "DELETE FROM SignInSession s WHERE s.endedAt < :moment OR s.expiresAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate());
    }
}
