package io.quantumleap.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.event.DeliverEvents;
import io.quantumleap.core.event.Delivery;
import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.EventConsumer;
import io.quantumleap.core.event.LedgerEvent;
import io.quantumleap.core.event.RetryPolicy;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.event.port.EventQueue;
import io.quantumleap.core.event.port.EventQueueContract;
import io.quantumleap.core.shared.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcEventQueueTest extends EventQueueContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final JdbcEventOutbox outbox = new JdbcEventOutbox(DATABASE.unitOfWork(), new UuidV7Ids(), CLOCK);
    private final JdbcEventQueue queue = new JdbcEventQueue(DATABASE.unitOfWork());

    @Override
    protected EventOutbox outbox() {
        return outbox;
    }

    @Override
    protected EventQueue queue() {
        return queue;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return DATABASE.unitOfWork();
    }

    @AfterEach
    void forgetEverything() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate outbox_delivery, outbox_event, outbox_consumer");
            statement.execute("drop table if exists effect");
        }
    }

    @Test
    void anEventVanishesWithTheChangeThatItTellsAbout() {
        assertThatThrownBy(() -> unitOfWork().run(() -> {
                    outbox.append(change(UUID.randomUUID(), 1));
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");

        assertThat(queue.state().waiting()).isZero();
    }

    @Test
    void aClaimIsNobodyElsesAndComesBackWhenItsUnitFails() {
        unitOfWork().run(() -> outbox.append(change(UUID.randomUUID(), 1)));

        assertThatThrownBy(() -> unitOfWork().run(() -> {
                    assertThat(queue.claim(POINTS, NOW)).isPresent();
                    assertThat(onAnotherThread(() -> queue.claim(POINTS, NOW))).isEmpty();
                    throw new IllegalStateException("the consumer fails");
                }))
                .hasMessage("the consumer fails");

        assertThat(unitOfWork().run(() -> queue.claim(POINTS, NOW))).isPresent();
    }

    /**
     * Several programs deliver while consumers fail and connections are cut at random: each event has its effect exactly once, in order.
     */
    @Test
    void hasEachEffectExactlyOnceAndInOrderWhateverBreaks() throws Exception {
        execute("create table effect (number bigint generated always as identity, portfolio uuid, version bigint)");
        List<UUID> portfolios = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (int version = 1; version <= 40; version++) {
            for (UUID portfolio : portfolios) {
                DomainEvent event = change(portfolio, version);
                unitOfWork().run(() -> outbox.append(event));
            }
        }
        ExecutorService programs = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int seed = 0; seed < 4; seed++) {
                Random random = new Random(seed);
                running.add(programs.submit(() -> deliverUntilEmpty(random)));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            programs.shutdownNow();
        }

        Map<UUID, List<Long>> effects = effects();
        assertThat(effects.keySet()).containsExactlyInAnyOrderElementsOf(portfolios);
        assertThat(effects.values())
                .allSatisfy(
                        versions -> assertThat(versions).hasSize(40).isSorted().doesNotHaveDuplicates());
        assertThat(queue.state().waiting()).isZero();
        assertThat(queue.deadLetters(10)).isEmpty();
    }

    private void deliverUntilEmpty(Random random) {
        RetryPolicy patient = new RetryPolicy(1_000, java.time.Duration.ofMillis(1), java.time.Duration.ofMillis(1));
        DeliverEvents deliver = new DeliverEvents(
                queue,
                List.of(new Unreliable(random)),
                patient,
                unitOfWork(),
                java.time.Clock.systemUTC(),
                random::nextDouble);
        while (queue.state().waiting() > 0) {
            try {
                deliver.deliverNext();
            } catch (RuntimeException theConnectionWasCut) {
                // The next round has another one.
            }
        }
    }

    /** Writes its effect, then fails now and then, or loses its connection. */
    private static final class Unreliable implements EventConsumer {

        private final Random random;

        Unreliable(Random random) {
            this.random = random;
        }

        @Override
        public String name() {
            return "points";
        }

        @Override
        public void accept(DomainEvent event) {
            LedgerEvent change = (LedgerEvent) event;
            DATABASE.unitOfWork().withConnection(connection -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("insert into effect (portfolio, version) values (?, ?)")) {
                    statement.setObject(1, change.portfolio());
                    statement.setLong(2, change.version());
                    statement.executeUpdate();
                }
                int chance = random.nextInt(10);
                if (chance == 0) {
                    throw new IllegalStateException("fails after the effect");
                }
                if (chance == 1) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("select pg_terminate_backend(pg_backend_pid())");
                    }
                }
                return true;
            });
        }
    }

    private static Map<UUID, List<Long>> effects() throws SQLException {
        Map<UUID, List<Long>> found = new HashMap<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select portfolio, version from effect order by number")) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject(1, UUID.class), none -> new ArrayList<>())
                        .add(rows.getLong(2));
            }
        }
        return found;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Optional<Delivery> onAnotherThread(java.util.function.Supplier<Optional<Delivery>> question) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(question::get).get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            other.shutdownNow();
        }
    }
}
