package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.account.AccountsContract;
import io.quantumleap.security.account.port.Accounts;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaAccountsTest extends AccountsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Accounts accounts() {
        SecurityTables.clear(DATABASE);
        return new JpaAccounts(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }
}
