package io.quantumleap.security.session;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;

/** Ends the caller's own session: from this moment none of its tokens is accepted anywhere. */
public final class SignOut {

    private final Sessions sessions;
    private final UnitOfWork work;
    private final Clock clock;

    /** Wires the use case. */
    public SignOut(Sessions sessions, UnitOfWork work, Clock clock) {
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
    }

    /** Signs the caller out. */
    public void signOut(Caller caller) {
        work.run(() -> sessions.end(caller.session(), clock.instant()));
    }
}
