package io.quantumleap.security.token;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.testing.DirectWork;
import io.quantumleap.security.testing.InMemoryKeyVault;
import io.quantumleap.security.token.port.KeyVault;

class InMemoryKeyVaultTest extends KeyVaultContract {

    private final KeyVault vault = new InMemoryKeyVault();

    @Override
    protected KeyVault vault() {
        return vault;
    }

    @Override
    protected UnitOfWork work() {
        return new DirectWork();
    }
}
