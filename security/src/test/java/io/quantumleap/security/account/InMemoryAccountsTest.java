package io.quantumleap.security.account;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.testing.DirectWork;
import io.quantumleap.security.testing.InMemoryAccounts;

class InMemoryAccountsTest extends AccountsContract {

    @Override
    protected Accounts accounts() {
        return new InMemoryAccounts();
    }

    @Override
    protected UnitOfWork work() {
        return new DirectWork();
    }
}
