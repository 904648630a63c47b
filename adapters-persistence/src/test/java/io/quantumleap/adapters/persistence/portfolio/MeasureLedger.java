package io.quantumleap.adapters.persistence.portfolio;

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
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures a ledger in a real database: a program, not a test. It prints the time of an import of 100,000 rows, and on a
 * ledger of 40,000 the time of one more transaction, of its holdings and of its reconciliation.
 */
public final class MeasureLedger {

    private static final int SYMBOLS = 40;
    private static final int ASKED = 40;
    private static final int LONGEST = 120;

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
        timed("import of 100,000 rows", () -> imported(open(), 100_000));
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
        String date = LocalDate.of(2014, 1, 1).plusDays(i / 28).toString();
        String symbol = "S" + i / 10 % SYMBOLS;
        return switch (i % 10) {
            case 3, 7 -> new TransactionFields(date, "sell", symbol, "1", "101.25", "1.00", "", "", "");
            case 9 -> new TransactionFields(date, "deposit", "", "", "", "", "1000", "", "");
            default -> new TransactionFields(date, "buy", symbol, "3", "99.5", "1.00", "", "", "");
        };
    }

    private static void timed(String what, Supplier<Object> work) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        long start = System.nanoTime();
        Object result = work.get();
        long millis = (System.nanoTime() - start) / 1_000_000;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.println(what + ": " + millis + " ms, heap peak " + peak / 1_000_000 + " MB, "
                + result.toString()
                        .substring(0, Math.min(LONGEST, result.toString().length())));
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
