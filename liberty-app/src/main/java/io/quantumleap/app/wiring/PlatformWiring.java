package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.adapters.rest.configuration.ShownConfiguration;
import io.quantumleap.app.config.RunningConfiguration;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.app.config.SettingsReader;
import io.quantumleap.app.config.SwappedPassword;
import io.quantumleap.app.request.RequestDeadline;
import io.quantumleap.app.start.Announcement;
import io.quantumleap.app.start.InstalledDatabase;
import io.quantumleap.core.shared.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What everything else stands on: settings, time, identifiers, the database and its unit of work. */
@ApplicationScoped
public class PlatformWiring {

    private static final System.Logger LOG = System.getLogger(PlatformWiring.class.getName());

    /** What the operator set. */
    @Produces
    @Singleton
    ServerSettings settings() {
        return SettingsReader.read(
                name -> ConfigProvider.getConfig().getOptionalValue(name, String.class),
                fault -> LOG.log(System.Logger.Level.WARNING, "{0} In production mode this stops the start.", fault));
    }

    /** The configuration as an administrator may see it. */
    @Produces
    @Singleton
    ShownConfiguration shownConfiguration() {
        return RunningConfiguration.of(ConfigProvider.getConfig()::getConfigValue);
    }

    /** The time, in UTC. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** New identifiers. */
    @Produces
    @Singleton
    IdGenerator ids() {
        return new UuidV7Ids();
    }

    /** What the console says when the server is ready. */
    @Produces
    @Singleton
    Announcement announcement() {
        return new Announcement();
    }

    /** The database, migrated; closed when the application stops. */
    @Produces
    @Singleton
    InstalledDatabase installedDatabase(ServerSettings settings, RequestDeadline deadline) {
        // Asked for on the pool's own threads, where the container would not find it.
        Config config = ConfigProvider.getConfig();
        SwappedPassword swapped = new SwappedPassword(
                settings,
                fault -> LOG.log(System.Logger.Level.ERROR, "A new database password is not taken: {0}", fault));
        return InstalledDatabase.open(settings, () -> timeLeft(deadline), () -> SettingsReader.databasePassword(
                        name -> config.getOptionalValue(name, String.class))
                .filter(swapped::isGood));
    }

    /** What the server does by itself has all the time that it needs. */
    private static Duration timeLeft(RequestDeadline deadline) {
        try {
            return deadline.timeLeft();
        } catch (ContextNotActiveException noRequest) {
            return RequestDeadline.FOR_EVER;
        }
    }

    void close(@Disposes InstalledDatabase database) {
        database.close();
    }

    /** The connection pool and what stands on it. */
    @Produces
    @Singleton
    Database database(InstalledDatabase installed) {
        return installed.database();
    }

    /** Transactions; as the port {@code UnitOfWork} for use cases, as itself for repositories. */
    @Produces
    @Singleton
    JpaUnitOfWork unitOfWork(Database database) {
        return database.unitOfWork();
    }
}
