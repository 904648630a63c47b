package io.quantumleap.security.testing;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.RefreshDigest;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.Session;
import io.quantumleap.security.session.port.Sessions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Sessions in two maps. */
public final class InMemorySessions implements Sessions {

    private final Map<SessionId, Session> sessions = new ConcurrentHashMap<>();
    private final Map<RefreshDigest, RefreshGrant> grants = new ConcurrentHashMap<>();

    @Override
    public void add(Session session, RefreshGrant first) {
        sessions.put(session.id(), session);
        grants.put(first.digest(), first);
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public List<Session> liveOf(UserId user, Instant now) {
        return sessions.values().stream()
                .filter(session -> session.user().equals(user) && session.isLive(now))
                .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
                .toList();
    }

    @Override
    public Optional<RefreshGrant> lock(RefreshDigest digest) {
        return Optional.ofNullable(grants.get(digest));
    }

    @Override
    public void rotate(RefreshGrant used, RefreshGrant next, Instant now) {
        grants.put(used.digest(), new RefreshGrant(used.digest(), used.session(), used.expiresAt(), now));
        grants.put(next.digest(), next);
        sessions.computeIfPresent(used.session(), (id, session) -> session.usedAt(now));
    }

    @Override
    public void end(SessionId id, Instant now) {
        endWhere(session -> session.id().equals(id), now);
    }

    @Override
    public void endAllOf(UserId user, Instant now) {
        endWhere(session -> session.user().equals(user), now);
    }

    @Override
    public void endOthersOf(UserId user, SessionId kept, Instant now) {
        endWhere(session -> session.user().equals(user) && !session.id().equals(kept), now);
    }

    @Override
    public void forgetEndedBefore(Instant moment) {
        sessions.values()
                .removeIf(session -> session.expiresAt().isBefore(moment)
                        || session.endedAt().filter(end -> end.isBefore(moment)).isPresent());
        grants.values().removeIf(grant -> !sessions.containsKey(grant.session()));
    }

    private void endWhere(Predicate<Session> chosen, Instant now) {
        sessions.replaceAll(
                (id, session) -> chosen.test(session) && session.endedAt().isEmpty()
                        ? new Session(
                                session.id(),
                                session.user(),
                                session.createdAt(),
                                session.lastUsedAt(),
                                session.expiresAt(),
                                session.userAgent(),
                                now)
                        : session);
    }
}
