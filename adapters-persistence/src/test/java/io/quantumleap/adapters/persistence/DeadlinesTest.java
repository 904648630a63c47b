package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final AtomicReference<Duration> left = new AtomicReference<>(Duration.ofHours(1));
    private final Database database = Database.open(
            TestServer.running().createDatabase("test_" + UUID.randomUUID()).withPool(0, 2),
            "classpath:db/example",
            new Deadlines(left::get, Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        database.close();
    }

    private boolean sleep(double seconds) {
        return database.unitOfWork().withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("SELECT pg_sleep(" + seconds + ")");
            }
        });
    }

    @Test
    void beginsNothingWhenTheTimeIsOver() {
        left.set(Duration.ZERO);

        assertThatExceptionOfType(DatabaseUnavailableException.class)
                .isThrownBy(() -> sleep(0))
                .withMessageContaining("deadline");
    }

    @Test
    void letsNoStatementRunPastTheDeadline() {
        left.set(Duration.ofMillis(100));
        assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> sleep(60));

        left.set(Duration.ofHours(1));
        assertThat(sleep(0.2)).as("the connection is as it was").isTrue();
    }
}
