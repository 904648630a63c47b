package io.quantumleap.security.session;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.port.Sessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Says whether a session is live. The store is asked each time, unless this instance holds a lease: while it holds, no session can
 * have ended without this instance hearing of it, so what the store said once is believed. Whoever watches the store for ends gives
 * and takes the lease; without a watch there never is one.
 *
 * <p>An end makes it forget everything, not one session, and so does a watch that may have missed an end. What a question
 * brings that was asked before is kept with what was forgotten, where nobody reads it. Safe for use by many threads.
 */
public final class LiveSessions {

    /** How many sessions are kept in memory at most. */
    static final int MOST = 10_000;

    private final Sessions sessions;
    private final LongSupplier nanoTime;
    private volatile Lease lease = new Lease(new ConcurrentHashMap<>(), false, 0);

    /** Stands on the store. */
    public LiveSessions(Sessions sessions) {
        this(sessions, System::nanoTime);
    }

    LiveSessions(Sessions sessions, LongSupplier nanoTime) {
        this.sessions = sessions;
        this.nanoTime = nanoTime;
    }

    /** What is known of live sessions, and until when it may be believed. */
    private record Lease(Map<SessionId, Session> known, boolean given, long until) {

        boolean holds(long nanoTime) {
            return given && nanoTime - until < 0;
        }

        void keep(Session session) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(session.id(), session);
        }
    }

    /** Whether this is a live session of this user. */
    public boolean isLive(SessionId id, UserId user, Instant now) {
        return find(id).filter(session -> session.isLive(now) && session.user().equals(user))
                .isPresent();
    }

    private Optional<Session> find(SessionId id) {
        Lease held = lease;
        if (!held.holds(nanoTime.getAsLong())) {
            return sessions.find(id);
        }
        Optional<Session> known = Optional.ofNullable(held.known().get(id));
        if (known.isPresent()) {
            return known;
        }
        Optional<Session> found = sessions.find(id);
        found.filter(session -> session.endedAt().isEmpty()).ifPresent(held::keep);
        return found;
    }

    /**
     * Gives a lease. Every end that the store has reported finished must have been told by {@link #ended()} before, and none may
     * be reported finished, while the lease holds, before it was told.
     *
     * @param until the last moment, as {@link System#nanoTime()} counts
     */
    public synchronized void lease(long until) {
        lease = new Lease(lease.known(), true, until);
    }

    /** Takes the lease back. What is known may be believed again when there is another one. */
    public synchronized void suspend() {
        lease = new Lease(lease.known(), false, 0);
    }

    /** Takes the lease back and forgets what is known, since sessions ended or may have ended. */
    public synchronized void ended() {
        lease = new Lease(new ConcurrentHashMap<>(), false, 0);
    }

    /** Whether there is a lease at this moment. */
    public boolean isLeased() {
        return lease.holds(nanoTime.getAsLong());
    }
}
