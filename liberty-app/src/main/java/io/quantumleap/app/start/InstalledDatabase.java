package io.quantumleap.app.start;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.embedded.EmbeddedDatabase;
import io.quantumleap.adapters.persistence.embedded.EmbeddedSettings;
import io.quantumleap.app.config.ExternalDatabase;
import io.quantumleap.app.config.PoolSettings;
import io.quantumleap.app.config.ServerSettings;
import java.util.Optional;

/** The database of this installation, and the embedded server under it if there is one. */
public final class InstalledDatabase implements AutoCloseable {

    private final Optional<EmbeddedDatabase> server;
    private final Database database;

    private InstalledDatabase(Optional<EmbeddedDatabase> server, Database database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Opens the server's database that the settings name, or starts the embedded one.
     *
     * @throws io.quantumleap.adapters.persistence.DatabaseException if it cannot be used; the message says why
     */
    public static InstalledDatabase open(ServerSettings settings) {
        return settings.database()
                .map(external -> openExternal(external, settings.pool()))
                .orElseGet(() -> openEmbedded(settings));
    }

    /** The opened database. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            server.ifPresent(EmbeddedDatabase::close);
        }
    }

    private static InstalledDatabase openExternal(ExternalDatabase external, PoolSettings pool) {
        return new InstalledDatabase(
                Optional.empty(),
                Database.open(pool.on(
                        external.url(), external.username(), external.password().value())));
    }

    private static InstalledDatabase openEmbedded(ServerSettings settings) {
        EmbeddedDatabase server =
                EmbeddedDatabase.start(EmbeddedSettings.in(settings.home().resolve("database")));
        try {
            DatabaseSettings place = server.settings();
            return new InstalledDatabase(
                    Optional.of(server),
                    Database.open(settings.pool().on(place.url(), place.username(), place.password())));
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }
}
