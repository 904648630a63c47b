package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.signin.SignInThrottlesContract;
import io.quantumleap.security.signin.port.SignInThrottles;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaSignInThrottlesTest extends SignInThrottlesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected SignInThrottles throttles() {
        SecurityTables.clear(DATABASE);
        return new JpaSignInThrottles(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }
}
