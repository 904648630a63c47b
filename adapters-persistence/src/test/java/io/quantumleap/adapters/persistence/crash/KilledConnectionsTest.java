package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The database ends connections at whatever statement they are, while files, trades, reversals, prices and events go through them.
 * {@code -Dcrash.connections=200} says how many it ends.
 */
class KilledConnectionsTest {

    private static final int KILLS = Integer.getInteger("crash.connections", 25);
    private static final String KILL_ONE =
            "select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'"
                    + " and application_name = 'quantumleap' order by random() limit 1) v";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void leaveNothingLostDoubledOrHalfDone() throws Exception {
        Books books = new Books(DATABASE.database()).prepared();
        UserId owner = new UserId(UUID.randomUUID());
        List<PortfolioId> portfolios =
                List.of(books.open(owner, "One").id(), books.open(owner, "Two").id());
        books.price(List.of("2024-12-31 ACME 10 USD", "2024-12-31 BOLT 9 USD"));
        AtomicBoolean open = new AtomicBoolean(true);
        AtomicLong done = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Business business = new Business(books, owner, portfolios.get(i % 2), i);
                running.add(threads.submit(() -> goOn(business, open, done)));
            }
            kill(KILLS, done);
            open.set(false);
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            open.set(false);
            threads.shutdownNow();
        }

        Drift.isNone(books, owner, portfolios);
        assertThat(books.number("select count(*) from ledger_transaction")).isPositive();
    }

    private static void goOn(Business business, AtomicBoolean open, AtomicLong done) {
        while (open.get()) {
            try {
                business.next();
                done.incrementAndGet();
            } catch (RuntimeException theConnectionWasEnded) {
                // Whoever asked is told; what was begun has vanished.
            }
        }
    }

    /** However slow the machine is, something gets done between two kills, or none would ever meet a write. */
    private static void kill(int count, AtomicLong done) throws Exception {
        Random random = new Random(1);
        try (Connection connection = DriverManager.getConnection(
                DATABASE.settings().url(),
                DATABASE.settings().username(),
                DATABASE.settings().password())) {
            long killed = 0;
            while (killed < count) {
                long enough = done.get() + random.nextInt(4);
                for (int i = 0; done.get() < enough && i < 200; i++) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
                killed += Books.number(connection, KILL_ONE);
            }
        }
    }
}
