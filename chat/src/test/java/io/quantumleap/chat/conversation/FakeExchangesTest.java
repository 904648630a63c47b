package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.function.Supplier;

class FakeExchangesTest extends ExchangesContract {

    private final FakeExchanges exchanges = new FakeExchanges();

    @Override
    protected Exchanges exchanges() {
        return exchanges;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
    }
}
