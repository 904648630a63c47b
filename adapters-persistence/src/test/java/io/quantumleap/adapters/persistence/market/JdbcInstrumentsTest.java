package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.market.reference.port.Instruments;
import io.quantumleap.core.market.reference.port.InstrumentsContract;
import io.quantumleap.core.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcInstrumentsTest extends InstrumentsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @AfterEach
    void forgetInstruments() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate price, price_change, corporate_action, instrument");
        }
    }

    @Override
    protected PriceHistory prices() {
        return new JdbcPriceHistory(DATABASE.unitOfWork());
    }

    @Override
    protected Instruments instruments(PriceHistory beside) {
        return new JdbcInstruments(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }
}
