package io.quantumleap.security.session;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.session.port.Sessions;
import io.quantumleap.security.testing.DirectWork;
import io.quantumleap.security.testing.InMemorySessions;
import java.util.UUID;

class InMemorySessionsTest extends SessionsContract {

    @Override
    protected Sessions sessions() {
        return new InMemorySessions();
    }

    @Override
    protected UnitOfWork work() {
        return new DirectWork();
    }

    @Override
    protected UserId user() {
        return new UserId(UUID.randomUUID());
    }
}
