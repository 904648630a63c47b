package io.quantumleap.security.session;

import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Shows callers where they are signed in, and ends a session that they do not want. */
public final class OwnSessions {

    private final Sessions sessions;
    private final UnitOfWork work;
    private final Clock clock;

    /** Wires the use case. */
    public OwnSessions(Sessions sessions, UnitOfWork work, Clock clock) {
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
    }

    /** The caller's live sessions, the last used first. */
    public List<Session> list(Caller caller) {
        return sessions.liveOf(caller.id(), clock.instant());
    }

    /**
     * Ends one of the caller's sessions.
     *
     * @throws MissingObjectException if the caller has no such live session; another's is as missing as none
     */
    public void end(Caller caller, SessionId id) {
        work.run(() -> {
            Instant now = clock.instant();
            Session session = sessions.find(id)
                    .filter(found -> found.user().equals(caller.id()) && found.isLive(now))
                    .orElseThrow(() -> new MissingObjectException("You have no such session."));
            sessions.end(session.id(), now);
        });
    }

    /** Signs the caller out everywhere, here too. */
    public void endAll(Caller caller) {
        work.run(() -> sessions.endAllOf(caller.id(), clock.instant()));
    }
}
