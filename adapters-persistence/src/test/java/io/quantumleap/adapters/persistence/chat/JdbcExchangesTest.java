package io.quantumleap.adapters.persistence.chat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.chat.conversation.ExchangesContract;
import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.core.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcExchangesTest extends ExchangesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Exchanges exchanges() {
        return new JdbcExchanges(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return DATABASE.unitOfWork();
    }
}
