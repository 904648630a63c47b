package io.quantumleap.adapters.persistence.crash;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does business at random: files, trades, reversals, prices and the delivery of events. */
final class Business {

    static final int ROWS_IN_A_FILE = 100;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private final Books books;
    private final UserId owner;
    private final PortfolioId portfolio;
    private final Random random;

    Business(Books books, UserId owner, PortfolioId portfolio, long seed) {
        this.books = books;
        this.owner = owner;
        this.portfolio = portfolio;
        this.random = new Random(seed);
    }

    /** One thing, which happens whole or not at all. */
    void next() {
        switch (random.nextInt(6)) {
            case 0 -> importFile();
            case 1, 2 ->
                books.recordTransaction.record(
                        owner, portfolio, Books.fields(day() + " buy ACME 2 10." + random.nextInt(99) + " - USD -"));
            case 3 -> reverse();
            case 4 ->
                books.price(List.of(
                        day() + " ACME " + (5 + random.nextInt(20)) + " USD",
                        day() + " BOLT " + (5 + random.nextInt(20)) + " USD"));
            default -> {
                for (int i = 0; i < 5; i++) {
                    books.deliver.deliverNext();
                }
            }
        }
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(500));
    }

    /** Every row carries the name of its file, so that a half of one would be seen. */
    private void importFile() {
        String name = Long.toHexString(random.nextLong());
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS_IN_A_FILE; i++) {
            rows.add(START.plusDays(i) + (i % 3 == 0 ? " deposit - - - 100 USD " : " buy BOLT 1 9.5 - USD ") + name
                    + "~" + i);
        }
        books.importTransactions.importRows(owner, portfolio, Books.file(rows).iterator());
    }

    private void reverse() {
        List<Transaction> latest =
                books.transactions.page(portfolio, PageRequest.first(20)).items();
        if (!latest.isEmpty()) {
            Transaction wrong = latest.get(random.nextInt(latest.size()));
            if (wrong.entry().externalId().isEmpty()) {
                books.reverseTransaction.reverse(owner, portfolio, wrong.id(), new Reason("Typed wrong"));
            }
        }
    }
}
