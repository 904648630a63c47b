package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.Undoing;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.Valued;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many write to one portfolio at once. {@code -Dwriters.seconds=60} says for how long. */
class ConcurrentWritersTest {

    private static final int WRITERS = 64;
    private static final int SECONDS = Integer.getInteger("writers.seconds", 2);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final AtomicLong bought = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void loseNothingAndMeetNoDeadlock() throws Exception {
        Books books = new Books(DATABASE.database()).prepared();
        UserId owner = new UserId(UUID.randomUUID());
        PortfolioId portfolio = books.open(owner, "Shared").id();
        books.price(List.of("2024-12-31 ACME 10 USD"));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                boolean reversesToo = i % 4 == 0;
                running.add(threads.submit(() -> {
                    begin.await();
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                    while (System.nanoTime() < end) {
                        write(books, owner, portfolio, reversesToo);
                    }
                    return true;
                }));
            }
            Future<?> deliveries = threads.submit(() -> deliver(books));
            begin.countDown();
            for (Future<?> one : running) {
                one.get(SECONDS + 60L, TimeUnit.SECONDS);
            }
            deliveries.cancel(true);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(failures).isEmpty();
        Drift.isNone(books, owner, List.of(portfolio));
        assertThat(books.portfolios.find(owner, portfolio).orElseThrow().version())
                .isEqualTo(changes.get() + 1);
        HoldingsView holdings = ((Valued.Known<HoldingsView>) books.viewHoldings.view(owner, portfolio, null)).value();
        long held = holdings.holdings().stream()
                .mapToLong(holding -> holding.quantity().value().longValueExact())
                .sum();
        assertThat(held).isEqualTo(bought.get());
        System.out.println(
                WRITERS + " writers in " + SECONDS + " s: " + changes.get() + " changes, " + held + " shares held");
    }

    private void write(Books books, UserId owner, PortfolioId portfolio, boolean reversesToo) {
        try {
            Recording recording =
                    books.recordTransaction.record(owner, portfolio, Books.fields("2026-06-01 buy ACME 1 10 - USD -"));
            Transaction trade = ((Recording.Done) recording).transaction();
            bought.incrementAndGet();
            changes.incrementAndGet();
            if (reversesToo) {
                Undoing undoing = books.reverseTransaction.reverse(owner, portfolio, trade.id(), new Reason("Test"));
                assertThat(undoing).isInstanceOf(Undoing.Done.class);
                bought.decrementAndGet();
                changes.incrementAndGet();
            }
        } catch (RuntimeException | AssertionError failure) {
            failures.add(failure.toString());
        }
    }

    private static void deliver(Books books) {
        while (!Thread.currentThread().isInterrupted()) {
            books.deliver.deliverNext();
        }
    }
}
