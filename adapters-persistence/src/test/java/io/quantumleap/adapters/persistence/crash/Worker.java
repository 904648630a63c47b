package io.quantumleap.adapters.persistence.crash;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import java.util.UUID;

/** A program that does business until it is killed: database URL, user, password, owner, two portfolios, seed. */
public final class Worker {

    private Worker() {}

    /** Works for ever, and says so after everything it has done. */
    public static void main(String[] arguments) {
        Database database = Database.open(DatabaseSettings.of(arguments[0], arguments[1], arguments[2]));
        Books books = new Books(database);
        UserId owner = new UserId(UUID.fromString(arguments[3]));
        long seed = Long.parseLong(arguments[6]);
        for (int i = 0; i < 3; i++) {
            PortfolioId portfolio = new PortfolioId(UUID.fromString(arguments[4 + i % 2]));
            Business business = new Business(books, owner, portfolio, seed * 10 + i);
            new Thread(() -> work(business)).start();
        }
    }

    private static void work(Business business) {
        while (true) {
            try {
                business.next();
                System.out.println("working");
            } catch (RuntimeException refused) {
                // The database is being killed as well.
            }
        }
    }
}
