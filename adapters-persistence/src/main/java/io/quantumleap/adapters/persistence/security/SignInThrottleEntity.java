package io.quantumleap.adapters.persistence.security;

import io.quantumleap.security.signin.ThrottleState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code sign_in_throttle}. */
@Entity(name = "SignInThrottle")
@Table(name = "sign_in_throttle")
@NullUnmarked
class SignInThrottleEntity {

    @Id
    private String key;

    @Column(name = "failures")
    private int failures;

    @Column(name = "last_attempt")
    private Instant lastAttempt;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    @Column(name = "last_success")
    private Instant lastSuccess;

    /** For JPA. */
    protected SignInThrottleEntity() {}

    void take(ThrottleState state) {
        failures = state.failures();
        lastAttempt = state.lastAttempt();
        blockedUntil = state.blockedUntil().orElse(null);
        lastSuccess = state.lastSuccess().orElse(null);
    }

    ThrottleState toState() {
        return new ThrottleState(failures, lastAttempt, blockedUntil, lastSuccess);
    }
}
