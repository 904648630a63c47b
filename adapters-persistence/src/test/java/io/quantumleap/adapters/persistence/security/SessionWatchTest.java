package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.session.LiveSessions;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.RefreshToken;
import io.quantumleap.security.session.Session;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several instances over one real database. */
class SessionWatchTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private UserId anna;

    /** One server: its own pool, its own memory, its own watch. */
    private final class Instance {

        final AtomicBoolean reachable = new AtomicBoolean(true);
        final Database database = Database.open(DATABASE.settings());
        final LiveSessions live = new LiveSessions(new JpaSessions(database.unitOfWork()));
        final SessionEnds ends = new SessionEnds(database.dataSource());
        final JpaSessions sessions = new JpaSessions(database.unitOfWork(), () -> {
            live.ended();
            ends.await();
        });
        final SessionWatch watch = new SessionWatch(this::connect, live);

        Instance() {
            opened.add(database);
            opened.add(watch);
            watch.start();
            awaitLease();
        }

        private Connection connect() throws SQLException {
            if (!reachable.get()) {
                throw new SQLException("cut off by the test");
            }
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET application_name = 'watch'");
            }
            return connection;
        }

        void awaitLease() {
            await(live::isLeased);
        }

        SessionId signedIn() {
            SessionId id = new SessionId(UUID.randomUUID());
            Session session = new Session(id, anna, NOW, NOW, NOW.plus(Duration.ofDays(1)), "", null);
            RefreshToken token = RefreshToken.random(new SecureRandom());
            sessions.add(session, new RefreshGrant(token.digest(), id, NOW.plusSeconds(60), null));
            return id;
        }

        boolean believesIn(SessionId id) {
            return live.isLive(id, anna, NOW);
        }
    }

    @BeforeEach
    void annaIsThere() {
        SecurityTables.clear(DATABASE);
        anna = new UserId(UUID.randomUUID());
        new JpaAccounts(DATABASE.unitOfWork())
                .add(new Account(
                        anna,
                        new Username("user-" + anna),
                        Set.of(Role.CLIENT),
                        false,
                        false,
                        NOW,
                        new PasswordHash("hash")));
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void refusesOnEveryInstanceAsSoonAsOneHasEndedTheSession() {
        Instance here = new Instance();
        Instance there = new Instance();
        for (int i = 0; i < 20; i++) {
            SessionId id = here.signedIn();
            assertThat(here.believesIn(id)).isTrue();
            assertThat(there.believesIn(id)).isTrue();

            here.sessions.end(id, NOW);

            assertThat(there.believesIn(id)).as("round " + i).isFalse();
            assertThat(here.believesIn(id)).as("round " + i).isFalse();
            if (i % 4 == 0) {
                here.awaitLease();
                there.awaitLease();
            }
        }
    }

    @Test
    void answersFromMemoryWhileItHears() {
        Instance here = new Instance();

        await(() -> {
            SessionId id = here.signedIn();
            assertThat(here.believesIn(id)).isTrue();
            endUnheard(id);
            return here.believesIn(id);
        });
    }

    @Test
    void hearsOfEndsThatNoServerMade() {
        Instance here = new Instance();
        SessionId first = here.signedIn();
        assertThat(here.believesIn(first)).isTrue();
        execute("UPDATE sign_in_session SET ended_at = now() WHERE id = '" + first + "'");
        await(() -> !here.believesIn(first));

        SessionId second = here.signedIn();
        assertThat(here.believesIn(second)).isTrue();
        execute("DELETE FROM account WHERE id = '" + anna + "'");
        await(() -> !here.believesIn(second));
    }

    @Test
    void asksTheDatabaseWhileItsConnectionIsDown() {
        Instance here = new Instance();
        Instance there = new Instance();
        SessionId id = here.signedIn();
        assertThat(there.believesIn(id)).isTrue();

        there.reachable.set(false);
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'watch'"
                + " AND datname = current_database()");
        await(() -> !there.live.isLeased());
        assertThat(there.believesIn(id)).isTrue();
        here.sessions.end(id, NOW);
        assertThat(there.believesIn(id)).isFalse();

        there.reachable.set(true);
        there.awaitLease();
        assertThat(there.believesIn(id)).isFalse();
    }

    @Test
    void doesNotWaitForEverForAnInstanceThatDoesNotLetGo() throws SQLException {
        Instance here = new Instance();
        SessionId id = here.signedIn();
        try (Connection stuck = DATABASE.database().connect();
                Statement statement = stuck.createStatement()) {
            statement.execute("SELECT pg_advisory_lock_shared(" + SessionLease.LOCK + ")");

            here.sessions.end(id, NOW);
        }
        assertThat(here.believesIn(id)).isFalse();
    }

    @Test
    void holdsALeaseNoLongerThanTheWaitForIt() {
        assertThat(SessionWatch.BEAT).isLessThan(SessionLease.LIFE);
    }

    @Test
    void givesUpOnAConnectionThatDoesNotListen() throws SQLException {
        try (Connection connection = DATABASE.database().connect()) {
            SessionLease lease = new SessionLease(connection);
            lease.take();
            lease.release();
            try (Statement statement = connection.createStatement()) {
                statement.execute("UNLISTEN *");
            }
            assertThatThrownBy(lease::take).isInstanceOf(SQLException.class);
        }
    }

    /** What nobody can hear of shows whether memory answers. */
    private static void endUnheard(SessionId id) {
        execute("ALTER TABLE sign_in_session DISABLE TRIGGER sign_in_session_ended;"
                + " UPDATE sign_in_session SET ended_at = now() WHERE id = '" + id + "';"
                + " ALTER TABLE sign_in_session ENABLE TRIGGER sign_in_session_ended");
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("time to wait").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void execute(String sql) {
        boolean done = DATABASE.unitOfWork().withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            }
        });
        assertThat(done).isTrue();
    }
}
