package io.quantumleap.adapters.persistence.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.LeaderLock;
import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How prices lie in the database, on the database. */
class PricePartitionsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** A hundred instruments with two years of days each, so that an index is worth its while. */
    @BeforeAll
    static void fill() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into instrument (symbol, currency, first_date, last_date, price_count)"
                            + " select 'I' || n, 'EUR', date '2022-01-01', date '2023-12-31', 730 from generate_series(1, 100) n");
            statement.execute("insert into price (instrument_id, date, close)"
                    + " select i.id, date '2022-01-01' + d, 10 + d from instrument i, generate_series(0, 729) d");
            statement.execute("analyze instrument; analyze price");
        }
    }

    private static List<String> plan(String question) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain (analyze, costs off, timing off) " + question)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static long partitionsTouched(List<String> plan) {
        return plan.stream()
                .filter(line -> line.matches(".*Scan.* on price_\\d\\d .*") && !line.contains("never executed"))
                .count();
    }

    @Test
    void spreadsInstrumentsOverPartitions() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(distinct tableoid) from price")) {
            rows.next();
            assertThat(rows.getInt(1)).isGreaterThan(12);
        }
    }

    private static String series(String symbols, String from, String to) {
        return JdbcPriceHistory.SERIES
                .replaceFirst("\\?", "date '" + from + "'")
                .replaceFirst("\\?", "date '" + from + "'")
                .replaceFirst("\\?", "date '" + to + "'")
                .replaceFirst("\\?", symbols);
    }

    @Test
    void readsASeriesThroughTheIndexOfOnePartition() throws SQLException {
        List<String> plan = plan(series("array['I7']", "2023-06-01", "2023-06-30"));

        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan on price"));
        assertThat(partitionsTouched(plan)).as(String.join("\n", plan)).isBetween(1L, 2L);
    }

    /** With many instruments the planner would rather read all prices there are, and look for the first day once for each of them. */
    @Test
    void readsNoOtherPricesForManyInstruments() throws SQLException {
        List<String> plan = plan(series("'{I1,I2,I3,I4,I5,I6,I7,I8,I9,I10,I11,I12}'", "2022-01-01", "2023-12-31"));

        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan on price"));
        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.matches(".*loops=\\d{3,}\\).*"));
    }

    @Test
    void findsTheLatestCloseThroughTheIndexOfOnePartition() throws SQLException {
        List<String> plan = plan(
                JdbcPriceHistory.LATEST.replaceFirst("\\?", "date '2023-06-30'").replaceFirst("\\?", "array['I7']"));

        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan on price"));
        assertThat(partitionsTouched(plan)).as(String.join("\n", plan)).isEqualTo(1);
    }

    @Test
    void anInstrumentThatHasPricesStays() {
        assertThatThrownBy(() -> execute("delete from instrument where symbol = 'I7'"))
                .hasMessageContaining("an instrument that has prices stays");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> execute(
                        "insert into price (instrument_id, date, close, high, low) values (1, '2025-01-01', 1, 1, 2)"))
                .hasMessageContaining("high_is_not_below_low");
        assertThatThrownBy(() -> execute("insert into price (instrument_id, date, close) values (1, '2025-01-01', 0)"))
                .hasMessageContaining("close");
        assertThatThrownBy(() -> execute("update instrument set price_count = 0 where symbol = 'I8'"))
                .hasMessageContaining("extent_is_whole");
    }

    private static void execute(String statements) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    @Test
    void oneOfTwoGetsTheLock() {
        LeaderLock lock = new LeaderLock(DATABASE.database());
        List<String> done = new ArrayList<>();

        boolean first = lock.runIfFirst("work", () -> {
            done.add("first");
            assertThat(lock.runIfFirst("work", () -> done.add("second"))).isFalse();
            assertThat(lock.runIfFirst("other work", () -> done.add("other"))).isTrue();
        });

        assertThat(first).isTrue();
        assertThat(done).containsExactly("first", "other");
        assertThat(lock.runIfFirst("work", () -> done.add("later")))
                .as("let go at the end")
                .isTrue();
    }

    @Test
    void takesOverThePricesOfAnOlderSchema() throws SQLException {
        DatabaseSettings settings = TestServer.running()
                .createDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
        Flyway.configure()
                .dataSource(settings.url(), settings.username(), settings.password())
                .locations("classpath:db/migration")
                .target("043")
                .load()
                .migrate();
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), settings.username(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into instrument (symbol, currency, first_date, last_date, price_count) values"
                    + " ('ACME', 'USD', '2024-01-02', '2024-01-03', 2), ('GBP/EUR', 'EUR', '2024-01-02', '2024-01-02', 1);"
                    + " insert into price select id, first_date, 100.1234567891 from instrument;"
                    + " insert into price select id, last_date, 7 from instrument where symbol = 'ACME'");
            Flyway.configure()
                    .dataSource(settings.url(), settings.username(), settings.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (ResultSet rows =
                    statement.executeQuery("select i.symbol, i.kind, p.date, p.close, p.source from price p"
                            + " join instrument i on i.id = p.instrument_id order by i.symbol, p.date")) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(String.join(
                            " ",
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)));
                }
                assertThat(found)
                        .containsExactly(
                                "ACME other 2024-01-02 100.1234567891 import",
                                "ACME other 2024-01-03 7.0000000000 import",
                                "GBP/EUR currency_pair 2024-01-02 100.1234567891 import");
            }
        }
    }
}
