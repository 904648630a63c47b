package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.TestDatabase;
import java.sql.Statement;

/** Empties the tables of this room between tests. */
final class SecurityTables {

    private SecurityTables() {}

    static void clear(TestDatabase database) {
        boolean done = database.unitOfWork().withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE account, sign_in_throttle CASCADE");
                return true;
            }
        });
        if (!done) {
            throw new IllegalStateException("nothing was emptied");
        }
    }
}
