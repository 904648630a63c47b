package io.quantumleap.adapters.persistence.portfolio;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.TestServer;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.adapters.persistence.market.JdbcPriceHistory;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.ViewHoldings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Measures a ledger in a real database: a program, not a test. It prints the time and the memory of imports of 20,000, 100,000 and
 * 500,000 rows, and on a ledger of 40,000 the time of one more transaction, of its holdings and of its reconciliation.
 */
public final class MeasureLedger {

    private static final int SYMBOLS = 40;
    private static final int ASKED = 40;
    private static final int LONGEST = 120;
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    private final Clock clock = Clock.systemUTC();
    private final UuidV7Ids ids = new UuidV7Ids();
    private final UserId owner = new UserId(UUID.randomUUID());
    private final Database database;
    private final JpaPortfolios portfolios;
    private final JdbcTransactions transactions;

    private MeasureLedger(Database database) {
        this.database = database;
        this.portfolios = new JpaPortfolios(database.unitOfWork());
        this.transactions = new JdbcTransactions(database.unitOfWork());
    }

    /** Starts a database of its own and measures. */
    public static void main(String[] arguments) {
        DatabaseSettings settings =
                TestServer.running().createDatabase("measured").withPool(0, 4);
        try (Database database = Database.open(settings)) {
            new MeasureLedger(database).run();
        }
        System.exit(0);
    }

    private void run() {
        timed("import of 5,000 rows, to warm up", () -> imported(open(), 5_000));
        for (int rows : List.of(20_000, 100_000, 500_000)) {
            timed("import of " + rows + " rows", () -> imported(open(), rows));
        }
        Portfolio book = open();
        timed("import of 40,000 rows", () -> imported(book, 40_000));
        timed("the same 40,000 rows again", () -> imported(book, 40_000));
        RecordTransaction record =
                new RecordTransaction(portfolios, transactions, database.unitOfWork(), event -> {}, ids, clock);
        often("one more purchase", () -> record.record(owner, book.id(), row(39_999)));
        ViewHoldings holdings =
                new ViewHoldings(portfolios, transactions, new JdbcPriceHistory(database.unitOfWork()), clock);
        often("its holdings", () -> holdings.view(owner, book.id(), null));
        timed("reconciliation of all of it", () -> new ReconcileLedger(transactions, database.unitOfWork())
                .reconcile());
    }

    private Portfolio open() {
        return new OpenPortfolio(portfolios, database.unitOfWork(), ids, clock)
                .open(owner, new PortfolioName("Measured"), Currency.getInstance("USD"));
    }

    private TransactionImport imported(Portfolio portfolio, int rows) {
        Iterator<TransactionRow> file = IntStream.range(0, rows)
                .<TransactionRow>mapToObj(i -> new TransactionRow.Cells(i + 2, row(i)))
                .iterator();
        return new ImportTransactions(portfolios, transactions, database.unitOfWork(), event -> {}, ids, clock)
                .importRows(owner, portfolio.id(), file);
    }

    /** Of ten rows seven buy and two sell, over ten years. */
    private static TransactionFields row(int i) {
        String date = LocalDate.of(2014, 1, 1).plusDays(i / 140).toString();
        String symbol = "S" + i / 10 % SYMBOLS;
        return switch (i % 10) {
            case 3, 7 -> new TransactionFields(date, "sell", symbol, "1", "101.25", "1.00", "", "", "");
            case 9 -> new TransactionFields(date, "deposit", "", "", "", "", "1000", "", "");
            default -> new TransactionFields(date, "buy", symbol, "3", "99.5", "1.00", "", "", "");
        };
    }

    /** Says also the most heap that was in use after any collection meanwhile: what was kept, without the garbage. */
    private static void timed(String what, Supplier<Object> work) {
        AtomicLong kept = new AtomicLong();
        NotificationListener listener = (notification, none) -> {
            GcInfo collected = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo();
            kept.accumulateAndGet(
                    collected.getMemoryUsageAfterGc().entrySet().stream()
                            .filter(pool -> HEAP.contains(pool.getKey()))
                            .mapToLong(pool -> pool.getValue().getUsed())
                            .sum(),
                    Math::max);
        };
        List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(NotificationEmitter.class::cast)
                .toList();
        collectors.forEach(collector -> collector.addNotificationListener(listener, null, null));
        long start = System.nanoTime();
        String result = work.get().toString();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.gc();
        collectors.forEach(MeasureLedger.removing(listener));
        System.out.println(what + ": " + millis + " ms, at most " + kept.get() / 1_000_000 + " MB of heap in use, "
                + result.substring(0, Math.min(LONGEST, result.length())));
    }

    private static Consumer<NotificationEmitter> removing(NotificationListener listener) {
        return collector -> {
            try {
                collector.removeNotificationListener(listener);
            } catch (ListenerNotFoundException gone) {
                throw new IllegalStateException(gone);
            }
        };
    }

    private static void often(String what, Supplier<Object> work) {
        long[] micros = new long[ASKED];
        for (int i = -10; i < ASKED; i++) {
            long start = System.nanoTime();
            Object unused = work.get();
            if (i >= 0) {
                micros[i] = (System.nanoTime() - start) / 1_000;
            }
        }
        Arrays.sort(micros);
        System.out.println(what + ": median " + micros[ASKED / 2] + " µs, p95 " + micros[ASKED * 95 / 100] + " µs");
    }
}
