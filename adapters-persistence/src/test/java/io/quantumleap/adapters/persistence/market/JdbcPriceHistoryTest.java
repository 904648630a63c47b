package io.quantumleap.adapters.persistence.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.market.port.PriceHistoryContract;
import io.quantumleap.core.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcPriceHistoryTest extends PriceHistoryContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @AfterEach
    void forgetPrices() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate price, price_change, corporate_action, instrument");
        }
    }

    /** As a program of an older version changes prices while both run. */
    @Test
    void takesARevisionWithoutNotesForAChangeOfEverything() {
        JdbcPriceHistory history = new JdbcPriceHistory(DATABASE.unitOfWork());
        long before = history.revision();
        DATABASE.unitOfWork().withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("update price_revision set revision = revision + 1");
            }
        });

        assertThat(history.firstChange(Set.of(new Symbol("ACME")), before)).contains(LocalDate.MIN);
        assertThat(history.firstChange(Set.of(new Symbol("ACME")), before + 1)).isEmpty();
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
