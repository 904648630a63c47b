package io.quantumleap.security.testing;

import io.quantumleap.security.signin.ThrottleKey;
import io.quantumleap.security.signin.ThrottleState;
import io.quantumleap.security.signin.port.SignInThrottles;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts of attempts in a map. */
public final class InMemoryThrottles implements SignInThrottles {

    private final Map<ThrottleKey, ThrottleState> states = new ConcurrentHashMap<>();

    @Override
    public ThrottleState lock(ThrottleKey key) {
        return states.getOrDefault(key, ThrottleState.FRESH);
    }

    @Override
    public void put(ThrottleKey key, ThrottleState state) {
        states.put(key, state);
    }

    @Override
    public void forget(Instant lastAttemptBefore, Instant lastSuccessBefore) {
        states.values()
                .removeIf(state -> state.lastAttempt().isBefore(lastAttemptBefore)
                        && state.lastSuccess()
                                .filter(it -> !it.isBefore(lastSuccessBefore))
                                .isEmpty());
    }
}
