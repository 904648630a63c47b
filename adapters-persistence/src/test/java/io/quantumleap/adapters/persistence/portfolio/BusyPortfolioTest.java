package io.quantumleap.adapters.persistence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.LedgerExtent;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many who wait for one portfolio leave the connections to everybody else. */
class BusyPortfolioTest {

    private static final int WRITERS = 12;
    private static final Duration PATIENT = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final UserId owner = LedgerRows.user(DATABASE);

    private Portfolio opened(JpaPortfolios portfolios) {
        Portfolio portfolio = new Portfolio(
                new PortfolioId(UUID.randomUUID()),
                owner,
                new PortfolioName("Busy"),
                Currency.getInstance("EUR"),
                false,
                Instant.parse("2026-01-02T03:04:05Z"),
                1,
                LedgerExtent.EMPTY);
        portfolios.add(portfolio);
        return portfolio;
    }

    @Test
    void leavesTheConnectionsToTheOthers() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (Database small =
                        Database.open(DATABASE.settings().withPool(0, 2).withTimeouts(PATIENT, PATIENT, PATIENT));
                Connection elsewhere = DATABASE.dataSource().getConnection()) {
            JpaPortfolios portfolios = new JpaPortfolios(small.unitOfWork());
            PortfolioId busy = opened(portfolios).id();
            PortfolioId quiet = opened(portfolios).id();
            elsewhere.setAutoCommit(false);
            lock(elsewhere, busy);

            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < WRITERS / 2; i++) {
                String id = "row-" + i;
                written.add(writers.submit(() -> portfolios.hold(owner, busy).orElseThrow()));
                written.add(writers.submit(() -> importOne(small, portfolios, busy, id)));
            }
            awaitWaiter(elsewhere);
            for (int i = 0; i < 20; i++) {
                assertThat(portfolios.hold(owner, quiet)).isPresent();
                assertThat(small.poolUsage().active()).isLessThanOrEqualTo(2);
            }
            assertThat(small.poolUsage().waiting()).isZero();

            elsewhere.rollback();
            for (Future<?> one : written) {
                one.get();
            }
            assertThat(portfolios.find(owner, busy).orElseThrow().ledger().transactionCount())
                    .isEqualTo(WRITERS / 2);
        } finally {
            writers.shutdownNow();
        }
    }

    private TransactionImport importOne(Database database, JpaPortfolios portfolios, PortfolioId id, String row) {
        TransactionFields deposit = new TransactionFields("2026-01-05", "deposit", "", "", "", "", "5", "", row);
        return new ImportTransactions(
                        portfolios,
                        new JdbcTransactions(database.unitOfWork()),
                        database.unitOfWork(),
                        event -> {},
                        new UuidV7Ids(),
                        Clock.systemUTC())
                .importRows(
                        owner, id, List.of(new TransactionRow.Cells(2, deposit)).iterator());
    }

    private static void lock(Connection connection, PortfolioId id) throws Exception {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from portfolio where id = ? for update")) {
            statement.setObject(1, id.value());
            statement.execute();
        }
    }

    private static void awaitWaiter(Connection connection) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from pg_locks where not granted"
                + " and pg_backend_pid() = any(pg_blocking_pids(pid))")) {
            boolean waits = false;
            while (!waits) {
                try (ResultSet row = statement.executeQuery()) {
                    waits = row.next() && row.getInt(1) > 0;
                }
            }
        }
    }
}
