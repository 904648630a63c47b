package io.quantumleap.adapters.persistence;

import io.quantumleap.adapters.persistence.embedded.EmbeddedDatabase;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh, migrated PostgreSQL database for one test class. Register it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE = new TestDatabase();
 * }</pre>
 *
 * <p>All classes of one JVM share a server; each gets a copy of one migrated template, which takes some 50 ms.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private Database database;
    private DatabaseSettings settings;

    @Override
    public void beforeAll(ExtensionContext context) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        settings = TestServer.running().createDatabase(name, Template.NAME).withPool(0, 10);
        database = Database.open(settings);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (database != null) {
            database.close();
        }
    }

    /** The opened database. */
    public Database database() {
        return database;
    }

    /** The unit of work that repositories under test stand on. */
    public JpaUnitOfWork unitOfWork() {
        return database.unitOfWork();
    }

    /** Plain JDBC connections. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Where the database is. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** Made once in a JVM, by the first class that asks. */
    private static final class Template {

        static final String NAME = migrated();

        private static String migrated() {
            EmbeddedDatabase server = TestServer.running();
            Database.open(server.createDatabase("migrated").withPool(0, 1)).close();
            return "migrated";
        }
    }
}
