package io.quantumleap.adapters.persistence.embedded;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** A program that starts the embedded database in the folder it is given, writes a table and holds on until it is ended. */
final class HoldDatabase {

    static final String READY = "ready";

    private HoldDatabase() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(TestServer.settings(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        DatabaseSettings settings = database.settings();
        try (Connection connection =
                        DriverManager.getConnection(settings.url(), settings.username(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
