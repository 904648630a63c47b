package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.market.port.PriceHistoryContract;
import io.quantumleap.core.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcPriceHistoryTest extends PriceHistoryContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @AfterEach
    void forgetPrices() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate price, price_change, instrument");
        }
    }

    @Override
    protected PriceHistory prices() {
        return new JdbcPriceHistory(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }
}
