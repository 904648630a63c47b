package io.quantumleap.chat.provider;

import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.function.Supplier;

class FakeProviderKeysTest extends ProviderKeysContract {

    private final FakeProviderKeys keys = new FakeProviderKeys();

    @Override
    protected ProviderKeys keys() {
        return keys;
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
