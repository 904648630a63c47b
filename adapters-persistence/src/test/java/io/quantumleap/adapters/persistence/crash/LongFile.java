package io.quantumleap.adapters.persistence.crash;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.UserId;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;

/** A program that imports a file, whose rows exist one at a time: database URL, user, password, owner, portfolio, rows. */
public final class LongFile {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 4);

    private LongFile() {}

    /** Imports it and says what became of it. */
    public static void main(String[] arguments) {
        try (Database database = Database.open(
                DatabaseSettings.of(arguments[0], arguments[1], arguments[2]).withPool(0, 2))) {
            System.out.println(new Books(database)
                    .importTransactions.importRows(
                            new UserId(UUID.fromString(arguments[3])),
                            new PortfolioId(UUID.fromString(arguments[4])),
                            IntStream.range(0, Integer.parseInt(arguments[5]))
                                    .<TransactionRow>mapToObj(i -> new TransactionRow.Cells(i + 2, row(i)))
                                    .iterator()));
        }
    }

    private static TransactionFields row(int i) {
        String date = FIRST.plusDays(i / 70).toString();
        return new TransactionFields(date, "buy", "S" + i % 30, "3", "99.50", "1.00", "", "", "row-" + i);
    }
}
