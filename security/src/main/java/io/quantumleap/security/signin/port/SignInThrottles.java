package io.quantumleap.security.signin.port;

import io.quantumleap.security.signin.ThrottleKey;
import io.quantumleap.security.signin.ThrottleState;
import java.time.Instant;

/** The counts of attempts, shared by all instances. */
public interface SignInThrottles {

    /**
     * The state under a key, {@link ThrottleState#FRESH} when there is none, locked until the unit of work ends, so that
     * attempts at the same moment are counted one after another.
     */
    ThrottleState lock(ThrottleKey key);

    /** Keeps the state under a key that this unit of work has locked. */
    void put(ThrottleKey key, ThrottleState state);

    /** Deletes what had its last attempt before the first moment and its last success, if any, before the second. */
    void forget(Instant lastAttemptBefore, Instant lastSuccessBefore);
}
