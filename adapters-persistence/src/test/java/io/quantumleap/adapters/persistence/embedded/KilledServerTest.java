package io.quantumleap.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.DatabaseUnavailableException;
import io.quantumleap.adapters.persistence.LeaderLock;
import io.quantumleap.adapters.persistence.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server, or one of its processes, is killed while it is used. */
class KilledServerTest {

    private static final String BOOK = "insert into feature_flag (name, is_on, percentage) values ('%s', true, 100)";
    private static final RestartPace QUICK = new RestartPace(
            List.of(Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(400)), Duration.ofMinutes(10));

    @TempDir
    private Path home;

    @Test
    void comesBackOnItsPortWithWhatWasCommittedAndNothingElse() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(settings());
                Database database = Database.open(server.settings())) {
            int port = server.port();
            for (int kill = 1; kill <= 2; kill++) {
                String name = "kept-" + kill;
                write(database, name);
                long before = process();

                assertThatExceptionOfType(DatabaseUnavailableException.class)
                        .isThrownBy(() -> database.unitOfWork().run(() -> {
                            write(database, "lost");
                            kill(process());
                            awaitBroken(database);
                            return write(database, "never");
                        }));

                await(() -> database.answers(Duration.ofSeconds(5)));
                assertThat(process()).isNotEqualTo(before);
                assertThat(server.port()).isEqualTo(port);
                await(() -> server.condition() == ServerCondition.RUNNING);
                assertThat(count(database, "name like 'kept-%'")).isEqualTo(kill);
                assertThat(count(database, "name in ('lost', 'never')")).isZero();
                assertThat(new LeaderLock(database).runIfFirst("work", () -> {}))
                        .isTrue();
            }
        }
        assertThat(home.resolve("database/data/postmaster.pid")).doesNotExist();
    }

    /** PostgreSQL itself ends all of its sessions then, and recovers. */
    @Test
    void recoversWhenTheProcessOfOneConnectionIsKilled() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(settings());
                Database database = Database.open(server.settings())) {
            write(database, "kept-1");
            long before = process();

            assertThatExceptionOfType(DatabaseUnavailableException.class)
                    .isThrownBy(() -> database.unitOfWork().run(() -> {
                        write(database, "lost");
                        kill(number(database, "select pg_backend_pid()"));
                        return write(database, "never");
                    }));

            await(() -> database.answers(Duration.ofSeconds(5)));
            assertThat(process()).as("the same server").isEqualTo(before);
            assertThat(server.condition()).isEqualTo(ServerCondition.RUNNING);
            assertThat(count(database, "true")).isOne();
        }
    }

    @Test
    void isGivenUpWhenItCannotBeStarted() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(settings(), QUICK)) {
            Files.delete(home.resolve("database/data/global/pg_control"));
            kill(process());

            await(() -> server.condition() == ServerCondition.GIVEN_UP);
        }
    }

    @Test
    void isStoppedForGoodWhileItIsStartedAgain() throws Exception {
        EmbeddedDatabase server = EmbeddedDatabase.start(settings());
        kill(process());
        await(() -> server.condition() != ServerCondition.RUNNING || isRunningAgain());
        server.close();

        assertThat(server.condition()).isEqualTo(ServerCondition.STOPPED);
        assertThat(home.resolve("database/data/postmaster.pid")).doesNotExist();
        EmbeddedDatabase.start(settings()).close();
    }

    private boolean isRunningAgain() {
        return Files.exists(home.resolve("database/data/postmaster.pid"))
                && ProcessHandle.of(process()).isPresent();
    }

    /** As durable as the product has it: what was committed a moment ago must be there. */
    private EmbeddedSettings settings() {
        EmbeddedSettings fast = TestServer.settings(home.resolve("database"));
        return EmbeddedSettings.in(fast.directory()).withBinaries(fast.binaries());
    }

    private long process() {
        try {
            return Long.parseLong(Files.readAllLines(home.resolve("database/data/postmaster.pid"))
                    .get(0)
                    .trim());
        } catch (IOException gone) {
            return -1;
        }
    }

    private static void kill(long process) {
        try {
            assertThat(new ProcessBuilder("kill", "-9", Long.toString(process))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static int write(Database database, String name) {
        return database.unitOfWork().withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(BOOK.formatted(name));
            }
        });
    }

    /** A process of the server may go on for a moment after the server was killed. */
    private static void awaitBroken(Database database) {
        database.unitOfWork().withConnection(connection -> {
            while (connection.isValid(60)) {
                Thread.onSpinWait();
            }
            return true;
        });
    }

    private static long count(Database database, String condition) throws SQLException {
        return number(database, "select count(*) from feature_flag where " + condition);
    }

    private static long number(Database database, String sql) {
        return database.unitOfWork().withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in vain").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
