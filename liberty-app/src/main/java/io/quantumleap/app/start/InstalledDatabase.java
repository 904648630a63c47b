package io.quantumleap.app.start;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.adapters.persistence.embedded.EmbeddedDatabase;
import io.quantumleap.adapters.persistence.embedded.EmbeddedSettings;
import io.quantumleap.adapters.persistence.embedded.ServerCondition;
import io.quantumleap.app.config.ExternalDatabase;
import io.quantumleap.app.config.PoolSettings;
import io.quantumleap.app.config.Secret;
import io.quantumleap.app.config.ServerSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

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
     * @param timeLeft how much time the current thread's work still has
     * @param password the password of a database server as it is set now, if it can be read; asked again and again
     * @throws io.quantumleap.adapters.persistence.DatabaseException if it cannot be used; the message says why
     */
    public static InstalledDatabase open(
            ServerSettings settings, Supplier<Duration> timeLeft, Supplier<Optional<Secret>> password) {
        return settings.database()
                .map(external -> openExternal(external, settings.pool(), timeLeft, password))
                .orElseGet(() -> openEmbedded(settings, timeLeft));
    }

    /** The opened database. */
    public Database database() {
        return database;
    }

    /** What the embedded server is doing; empty where the database is somebody else's. */
    public Optional<ServerCondition> embedded() {
        return server.map(EmbeddedDatabase::condition);
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            server.ifPresent(EmbeddedDatabase::close);
        }
    }

    private static InstalledDatabase openExternal(
            ExternalDatabase external,
            PoolSettings pool,
            Supplier<Duration> timeLeft,
            Supplier<Optional<Secret>> password) {
        return new InstalledDatabase(
                Optional.empty(),
                Database.open(
                        pool.on(
                                external.url(),
                                external.username(),
                                external.password().value()),
                        timeLeft,
                        () -> password.get().orElse(external.password()).value()));
    }

    private static InstalledDatabase openEmbedded(ServerSettings settings, Supplier<Duration> timeLeft) {
        EmbeddedDatabase server =
                EmbeddedDatabase.start(EmbeddedSettings.in(settings.home().resolve("database")));
        try {
            DatabaseSettings place = server.settings();
            return new InstalledDatabase(
                    Optional.of(server),
                    Database.open(settings.pool().on(place.url(), place.username(), place.password()), timeLeft));
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }
}
