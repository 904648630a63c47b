package io.quantumleap.security.secondfactor;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import io.quantumleap.security.testing.InMemorySecondFactors;
import java.util.UUID;

class InMemorySecondFactorsTest extends SecondFactorsContract {

    private final InMemorySecondFactors factors = new InMemorySecondFactors();

    @Override
    protected SecondFactors factors() {
        return factors;
    }

    @Override
    protected UserId user() {
        return new UserId(UUID.randomUUID());
    }
}
