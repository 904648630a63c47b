package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.market.action.port.CorporateActions;
import io.quantumleap.core.market.action.port.CorporateActionsContract;
import io.quantumleap.core.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCorporateActionsTest extends CorporateActionsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void onlyTheInstrument() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate corporate_action, price_change, instrument;"
                    + " insert into instrument (symbol, currency, price_count) values ('ACME', 'USD', 0)");
        }
    }

    @Override
    protected CorporateActions actions() {
        return new JdbcCorporateActions(DATABASE.unitOfWork(), new UuidV7Ids());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }
}
