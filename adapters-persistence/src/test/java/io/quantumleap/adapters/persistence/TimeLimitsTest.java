package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.pool.ProxyConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Nothing that the program asks of the database can take for ever: each limit ends what it is for, and nothing else. */
class TimeLimitsTest {

    private static final String EXAMPLE = "classpath:db/example";

    private final DatabaseSettings settings =
            TestServer.running().createDatabase("test_" + UUID.randomUUID()).withPool(0, 3);

    /** The first column of the first row as text; empty where there is no row. */
    private static String ask(JpaUnitOfWork work, String sql) {
        return work.withConnection(connection -> ask(connection, sql));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    @Test
    void everyConnectionOfThePoolHasAllOfThem() {
        try (Database database = Database.open(settings, EXAMPLE)) {
            for (var limit : List.of(
                    List.of("statement_timeout", "30s"),
                    List.of("lock_timeout", "10s"),
                    List.of("idle_in_transaction_session_timeout", "5min"))) {
                assertThat(ask(database.unitOfWork(), "show " + limit.get(0)))
                        .as(limit.get(0))
                        .isEqualTo(limit.get(1));
            }
        }
    }

    @Test
    void aStatementIsCut() {
        DatabaseSettings impatient =
                settings.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(1));
        try (Database database = Database.open(impatient, EXAMPLE)) {
            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> ask(database.unitOfWork(), "select pg_sleep(60)"))
                    .satisfies(failure -> assertThat(SqlState.of(failure)).contains("57014"));
        }
    }

    @Test
    void aWaitForALockIsCut() throws SQLException {
        DatabaseSettings impatient =
                settings.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMillis(50));
        try (Database database = Database.open(impatient, EXAMPLE);
                Connection holder = database.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            ask(holder, "lock table note in access exclusive mode");

            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> ask(database.unitOfWork(), "select count(*) from note"))
                    .satisfies(failure -> assertThat(SqlState.of(failure)).contains("55P03"));

            holder.rollback();
            assertThat(ask(database.unitOfWork(), "select count(*) from note")).isEqualTo("0");
        }
    }

    @Test
    void aTransactionThatLiesIdleIsEndedAndItsLocksAreFree() {
        try (Database database = Database.open(settings, EXAMPLE)) {
            JpaUnitOfWork work = database.unitOfWork();
            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> work.run(() -> {
                        ask(work, "set local idle_in_transaction_session_timeout = 50");
                        ask(work, "lock table note in access exclusive mode");
                        awaitFree(database);
                        return ask(work, "select count(*) from note");
                    }));
            assertThat(ask(work, "select count(*) from note")).isEqualTo("0");
        }
    }

    /** On another connection, which has to wait until the database has ended the idle one. */
    private static void awaitFree(Database database) {
        try (Connection other = database.dataSource().getConnection()) {
            ask(other, "select count(*) from note");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aConnectionThatIsNotGivenBackIsReported() throws Exception {
        BlockingQueue<LogRecord> reports = new LinkedBlockingQueue<>();
        Logger log = Logger.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                reports.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        try (Database database =
                        Database.open(settings.withLeakDetection(DatabaseSettings.LEAST_LEAK_DETECTION), EXAMPLE);
                Connection kept = database.dataSource().getConnection()) {
            assertThat(kept).isInstanceOf(ProxyConnection.class);

            LogRecord report = reports.poll(1, TimeUnit.MINUTES);

            assertThat(report).as("a report").isNotNull();
            assertThat(report.getThrown().getStackTrace())
                    .as("where it was lent")
                    .anyMatch(frame -> frame.getMethodName().equals("aConnectionThatIsNotGivenBackIsReported"));
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void aDetectionThatThePoolWouldNotDoIsRefused() {
        for (Duration impossible : List.of(Duration.ofMillis(1_999), Duration.ofMinutes(31), Duration.ofSeconds(-3))) {
            assertThatIllegalArgumentException().isThrownBy(() -> settings.withLeakDetection(impossible));
        }
        assertThat(settings.withLeakDetection(Duration.ZERO).leakDetection()).isZero();
    }

    /** As when its machine loses its power: no end of the connection is ever heard. */
    @Test
    void aDatabaseThatFallsSilentIsGivenUp() throws Exception {
        int port = Integer.parseInt(settings.url().replaceAll(".*:(\\d+)/.*", "$1"));
        try (SilentLine line = new SilentLine(port)) {
            DatabaseSettings behind = new DatabaseSettings(
                    settings.url().replace(":" + port + "/", ":" + line.port() + "/"),
                    settings.username(),
                    settings.password(),
                    0,
                    3,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ZERO);
            try (Database database = Database.open(behind, EXAMPLE)) {
                JpaUnitOfWork work = database.unitOfWork();
                assertThatExceptionOfType(DatabaseUnavailableException.class)
                        .isThrownBy(() -> work.run(() -> {
                            ask(work, "select count(*) from note");
                            line.fallSilent();
                            return ask(work, "select count(*) from note");
                        }));
            }
        }
    }

    /** Passes on what is said to a server and back, until it keeps all of it and closes nothing. */
    private static final class SilentLine implements AutoCloseable {

        private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private volatile boolean silent;

        SilentLine(int target) throws IOException {
            inBackground(() -> {
                while (!entry.isClosed()) {
                    Socket near = entry.accept();
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    inBackground(() -> pass(near, far));
                    inBackground(() -> pass(far, near));
                }
            });
        }

        int port() {
            return entry.getLocalPort();
        }

        void fallSilent() {
            silent = true;
        }

        private void pass(Socket from, Socket to) throws IOException {
            byte[] some = new byte[8_192];
            for (int count = 0; count >= 0; count = from.getInputStream().read(some)) {
                if (!silent) {
                    to.getOutputStream().write(some, 0, count);
                }
            }
            to.shutdownOutput();
        }

        private static void inBackground(Transfer transfer) {
            Thread thread = new Thread(() -> {
                try {
                    transfer.run();
                } catch (IOException over) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            entry.close();
        }

        /** Work that ends when a socket does. */
        @FunctionalInterface
        private interface Transfer {

            void run() throws IOException;
        }
    }
}
