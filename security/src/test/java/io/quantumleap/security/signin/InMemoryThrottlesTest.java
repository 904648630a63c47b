package io.quantumleap.security.signin;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.signin.port.SignInThrottles;
import io.quantumleap.security.testing.DirectWork;
import io.quantumleap.security.testing.InMemoryThrottles;

class InMemoryThrottlesTest extends SignInThrottlesContract {

    private final DirectWork work = new DirectWork();
    private final InMemoryThrottles throttles = new InMemoryThrottles();

    @Override
    protected SignInThrottles throttles() {
        return throttles;
    }

    @Override
    protected UnitOfWork work() {
        return work;
    }
}
