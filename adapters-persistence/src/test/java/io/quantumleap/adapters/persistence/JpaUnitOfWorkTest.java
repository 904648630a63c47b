package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaUnitOfWorkTest {

    private final Database database = Database.open(
            TestServer.running()
                    .createDatabase("test_" + UUID.randomUUID())
                    .withPool(0, 4)
                    .withTimeouts(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(10)),
            "classpath:db/example");
    private final JpaUnitOfWork unit = database.unitOfWork();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatAFinishedUnitWrote() {
        String answer = unit.run(() -> {
            insertByJpa(1);
            insertByJdbc(2);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(ids()).isEqualTo(List.of(1, 2));
    }

    @Test
    void losesEverythingOfAFailedUnitAndThrowsTheVeryException() {
        IllegalStateException stop = new IllegalStateException("stop");

        assertThatThrownBy(() -> unit.run(() -> {
                    insertByJpa(1);
                    insertByJdbc(2);
                    throw stop;
                }))
                .isSameAs(stop);

        assertThat(ids()).isEmpty();
    }

    @Test
    void losesEverythingAfterAnErrorToo() {
        assertThatThrownBy(() -> unit.run(() -> {
                    insertByJpa(1);
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(ids()).isEmpty();
    }

    @Test
    void joinsAUnitThatIsOpen() {
        assertThatThrownBy(() -> unit.run(() -> {
                    unit.run(() -> insertByJpa(1));
                    throw new IllegalStateException("after the inner unit ended well");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ids()).isEmpty();
    }

    @Test
    void doomsTheOuterUnitWhenAnInnerOneFailed() {
        assertThatThrownBy(() -> unit.run(() -> {
                    insertByJpa(1);
                    try {
                        unit.run(() -> {
                            throw new IllegalStateException("caught on its way");
                        });
                    } catch (IllegalStateException caught) {
                        insertByJpa(2);
                    }
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(ids()).isEmpty();
    }

    @Test
    void showsJdbcWhatJpaWroteInTheSameUnit() {
        unit.run(() -> {
            insertByJpa(1);
            assertThat(ids()).isEqualTo(List.of(1));
        });
    }

    @Test
    void opensAShortUnitOfItsOwnWhenNoneIsOpen() {
        insertByJdbc(1);

        assertThat(ids()).isEqualTo(List.of(1));
    }

    @Test
    void servesEveryThreadWithAUnitOfItsOwn() throws Exception {
        CyclicBarrier bothAreOpen = new CyclicBarrier(2);

        List<CompletableFuture<Void>> writers = IntStream.of(1, 2)
                .mapToObj(id -> CompletableFuture.runAsync(() -> unit.run(() -> {
                    insertByJdbc(id);
                    await(bothAreOpen);
                    if (id == 2) {
                        throw new IllegalStateException("only mine");
                    }
                })))
                .toList();

        writers.get(0).get(30, TimeUnit.SECONDS);
        assertThatThrownBy(() -> writers.get(1).get(30, TimeUnit.SECONDS)).hasMessageContaining("only mine");
        assertThat(ids()).isEqualTo(List.of(1));
    }

    @Test
    void tellsADuplicateFromOtherFailures() {
        insertByJdbc(1);

        assertThatThrownBy(() -> insertByJdbc(1))
                .satisfies(failure ->
                        assertThat(SqlState.isUniqueViolation(failure)).isTrue())
                .isNotInstanceOf(DatabaseUnavailableException.class);
        assertThatThrownBy(() -> insertByJpa(1)).satisfies(failure -> assertThat(SqlState.isUniqueViolation(failure))
                .isTrue());
    }

    @Test
    void callsAnExhaustedPoolUnavailable() throws SQLException {
        try (Connection one = database.dataSource().getConnection();
                Connection two = database.dataSource().getConnection();
                Connection three = database.dataSource().getConnection();
                Connection four = database.dataSource().getConnection()) {
            assertThat(List.of(one, two, three, four)).doesNotContainNull();
            assertThatThrownBy(this::ids).isInstanceOf(DatabaseUnavailableException.class);
            assertThatThrownBy(() -> insertByJpa(1)).isInstanceOf(DatabaseUnavailableException.class);
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void worksAgainAfterItsConnectionBroke() {
        assertThatThrownBy(() -> unit.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                    }
                }))
                .isInstanceOf(DatabaseUnavailableException.class);

        insertByJdbc(1);
        assertThat(ids()).isEqualTo(List.of(1));
    }

    private void insertByJpa(int id) {
        int rows = unit.with(manager -> manager.createNativeQuery("INSERT INTO note (id, text) VALUES (?1, 'jpa')")
                .setParameter(1, id)
                .executeUpdate());
        assertThat(rows).isOne();
    }

    private void insertByJdbc(int id) {
        int rows = unit.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("INSERT INTO note (id, text) VALUES (" + id + ", 'jdbc')");
            }
        });
        assertThat(rows).isOne();
    }

    private List<?> ids() {
        return unit.with(manager ->
                manager.createNativeQuery("SELECT id FROM note ORDER BY id").getResultList());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
