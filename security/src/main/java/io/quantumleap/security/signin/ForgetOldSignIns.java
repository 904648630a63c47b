package io.quantumleap.security.signin;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.session.port.Sessions;
import java.time.Clock;
import java.time.Duration;

/** Deletes what no longer matters: counts of old attempts, and sessions that ended a month ago. To be run now and then. */
public final class ForgetOldSignIns {

    private static final Duration KEPT_AFTER_END = Duration.ofDays(30);

    private final AttemptThrottle throttle;
    private final Sessions sessions;
    private final UnitOfWork work;
    private final Clock clock;

    /** Wires the use case. */
    public ForgetOldSignIns(AttemptThrottle throttle, Sessions sessions, UnitOfWork work, Clock clock) {
        this.throttle = throttle;
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
    }

    /** Deletes them. */
    public void forget() {
        throttle.forgetOld();
        work.run(() -> sessions.forgetEndedBefore(clock.instant().minus(KEPT_AFTER_END)));
    }
}
