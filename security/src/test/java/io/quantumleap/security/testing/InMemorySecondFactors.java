package io.quantumleap.security.testing;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.secondfactor.SecondFactor;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Second factors in a map. */
public final class InMemorySecondFactors implements SecondFactors {

    private final Map<UserId, SecondFactor> factors = new HashMap<>();

    @Override
    public Optional<SecondFactor> lock(UserId user) {
        return Optional.ofNullable(factors.get(user));
    }

    @Override
    public void put(SecondFactor factor) {
        factors.put(factor.user(), factor);
    }

    @Override
    public void remove(UserId user) {
        factors.remove(user);
    }
}
