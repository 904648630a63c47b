package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.security.signin.ThrottleKey;
import io.quantumleap.security.signin.ThrottleState;
import io.quantumleap.security.signin.port.SignInThrottles;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** Attempt counts in PostgreSQL. Safe for use by many threads. */
public final class JpaSignInThrottles implements SignInThrottles {

    private final JpaUnitOfWork work;

    /** Stands on the program's unit of work. */
    public JpaSignInThrottles(JpaUnitOfWork work) {
        this.work = work;
    }

    /** A row must be there to be locked, so the first who asks makes it; whoever asks at the same time waits for them. */
    @Override
    public ThrottleState lock(ThrottleKey key) {
        return work.with(manager -> {
            manager.createNativeQuery("INSERT INTO sign_in_throttle (key, failures, last_attempt)"
                            + " VALUES (?1, 0, to_timestamp(0)) ON CONFLICT DO NOTHING")
                    .setParameter(1, key.value())
                    .executeUpdate();
            return manager.find(SignInThrottleEntity.class, key.value(), LockModeType.PESSIMISTIC_WRITE)
                    .toState();
        });
    }

    @Override
    public void put(ThrottleKey key, ThrottleState state) {
        work.with(manager -> {
            manager.find(SignInThrottleEntity.class, key.value()).take(state);
            return true;
        });
    }

    @Override
    public void forget(Instant lastAttemptBefore, Instant lastSuccessBefore) {
        work.with(manager -> manager.createQuery("DELETE FROM SignInThrottle t WHERE t.lastAttempt < :attempt"
                        + " AND (t.lastSuccess IS NULL OR t.lastSuccess < :success)")
                .setParameter("attempt", lastAttemptBefore)
                .setParameter("success", lastSuccessBefore)
                .executeUpdate());
    }
}
