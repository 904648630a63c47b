package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.Valued;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Measures a book of ten years in three currencies; not part of the tests, run it by name. {@code -Dbook.rows=40000}. */
class LargeBookRun {

    private static final int ROWS = Integer.getInteger("book.rows", 40_000);
    private static final int INSTRUMENTS = 60;
    private static final LocalDate FIRST = LocalDate.of(2016, 7, 1);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Random random = new Random(42);
    private final UserId owner = new UserId(UUID.randomUUID());
    private final List<LocalDate> days = FIRST.datesUntil(Books.today().plusDays(1))
            .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
            .toList();

    @Test
    void measure() {
        Books books = new Books(DATABASE.database()).prepared();
        PortfolioId portfolio = books.open(owner, "Large").id();
        timed("import " + (INSTRUMENTS + 2) * days.size() + " prices", () -> {
            books.price(priceRows());
            return true;
        });
        List<String> rows = rows();
        timed("import " + ROWS + " transactions", () -> {
            TransactionImport done = books.importTransactions.importRows(
                    owner, portfolio, Books.file(rows).iterator());
            assertThat(done).isInstanceOf(TransactionImport.Done.class);
            return true;
        });
        timed("value it for the first time", () -> daily(books, portfolio));
        for (int i = 0; i < 200; i++) {
            holdings(books, portfolio);
        }
        percentiles("holdings", 200, () -> holdings(books, portfolio));
        percentiles(
                "holdings a year ago",
                50,
                () -> books.viewHoldings.view(owner, portfolio, Books.today().minusYears(1)));
        percentiles("summary", 100, () -> books.viewSummary.view(owner, portfolio, null));
        percentiles("daily values of ten years, nothing changed", 50, () -> daily(books, portfolio));
        timed("the first page of the realised gains", () -> gains(books, portfolio));
        percentiles("another page of the realised gains", 50, () -> gains(books, portfolio));
        percentiles("one trade today and its revaluation", 30, () -> {
            trade(books, portfolio, Books.today());
            return daily(books, portfolio, Books.today().minusDays(10));
        });
        percentiles("one trade today and the holdings after it", 30, () -> {
            trade(books, portfolio, Books.today());
            return holdings(books, portfolio);
        });
        percentiles("one trade ten years back and its revaluation", 5, () -> {
            trade(books, portfolio, FIRST.plusDays(3));
            return daily(books, portfolio);
        });
        percentiles("one close corrected today and the revaluation", 20, () -> {
            books.price(List.of(Books.today() + " S1 " + (50 + random.nextInt(50)) + " EUR"));
            return daily(books, portfolio);
        });
        assertThat(daily(books, portfolio)).isEqualTo(books.computedValues.daily(owner, portfolio, null, null));
        assertThat(holdings(books, portfolio)).isEqualTo(books.computedHoldings.view(owner, portfolio, null));
    }

    private Valued<?> daily(Books books, PortfolioId portfolio) {
        return books.valuePortfolio.daily(owner, portfolio, null, null);
    }

    private Valued<?> daily(Books books, PortfolioId portfolio, LocalDate from) {
        return books.valuePortfolio.daily(owner, portfolio, from, null);
    }

    private Valued<?> holdings(Books books, PortfolioId portfolio) {
        return books.viewHoldings.view(owner, portfolio, null);
    }

    private Valued<?> gains(Books books, PortfolioId portfolio) {
        return books.viewGains.page(owner, portfolio, null, null, PageRequest.first(50));
    }

    private void trade(Books books, PortfolioId portfolio, LocalDate day) {
        books.recordTransaction.record(
                owner, portfolio, Books.fields(day + " buy S0 1 " + (10 + random.nextInt(90)) + " - USD -"));
    }

    private static String currency(int instrument) {
        return switch (instrument % 3) {
            case 0 -> "USD";
            case 1 -> "EUR";
            default -> "GBP";
        };
    }

    private List<String> priceRows() {
        List<String> rows = new ArrayList<>();
        for (LocalDate day : days) {
            rows.add(day + " EUR/USD 1." + (10 + random.nextInt(9)) + " USD");
            rows.add(day + " GBP/USD 1." + (20 + random.nextInt(9)) + " USD");
            for (int i = 0; i < INSTRUMENTS; i++) {
                rows.add(day + " S" + i + " " + (50 + random.nextInt(50)) + "." + (10 + random.nextInt(89)) + " "
                        + currency(i));
            }
        }
        return rows;
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        int[] held = new int[INSTRUMENTS];
        for (String currency : List.of("USD", "EUR", "GBP")) {
            rows.add(FIRST + " deposit - - - 100000000 " + currency + " -");
        }
        while (rows.size() < ROWS) {
            LocalDate day = days.get((int) ((long) rows.size() * days.size() / ROWS));
            int i = random.nextInt(INSTRUMENTS);
            int kind = random.nextInt(10);
            if (kind < 5 || held[i] < 20) {
                int count = 1 + random.nextInt(20);
                held[i] += count;
                rows.add(day + " buy S" + i + " " + count + " " + (50 + random.nextInt(50)) + "." + rows.size() % 97
                        + " - " + currency(i) + " r" + rows.size());
            } else if (kind < 9) {
                int count = 1 + random.nextInt(20);
                held[i] -= count;
                rows.add(day + " sell S" + i + " " + count + " " + (50 + random.nextInt(50)) + " - " + currency(i)
                        + " r" + rows.size());
            } else {
                rows.add(day + " dividend S" + i + " - - 12.34 " + currency(i) + " r" + rows.size());
            }
        }
        return rows;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf("MEASURED %-60s %,9.1f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }

    private static void percentiles(String what, int times, Supplier<?> work) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            Object result = work.get();
            millis[i] = (System.nanoTime() - start) / 1e6;
            assertThat(result).isInstanceOf(Valued.Known.class);
        }
        Arrays.sort(millis);
        System.out.printf(
                "MEASURED %-60s p50 %,9.1f ms  p95 %,9.1f ms  max %,9.1f ms%n",
                what, millis[times / 2], millis[Math.min(times - 1, times * 95 / 100)], millis[times - 1]);
    }
}
