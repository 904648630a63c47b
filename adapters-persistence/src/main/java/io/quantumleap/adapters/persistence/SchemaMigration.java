package io.quantumleap.adapters.persistence;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the schema to the version that this program needs, and touches nothing when it cannot. It may do so while others work with the
 * database: a migration that has to wait for a table gives way after a moment, since everybody else would queue up behind it, and is
 * tried again. At first the moment is half of the second after which PostgreSQL looks for deadlocks, so that as a rule the migration and
 * not somebody's request gives way there too; a migration that has given way often waits longer, so that it comes to an end.
 *
 * @see <a href="https://www.postgresql.org/docs/17/runtime-config-client.html#GUC-LOCK-TIMEOUT">PostgreSQL, lock_timeout</a>
 */
final class SchemaMigration {

    static final String LOCATION = "classpath:db/migration";

    private static final Set<MigrationState> WRITTEN_BY_A_NEWER_PROGRAM =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    /** So long one attempt after the other waits for a table; less than a request may wait, and two minutes in all. */
    private static final List<Duration> PATIENCE = Stream.of(
                    Collections.nCopies(20, Duration.ofMillis(500)),
                    Collections.nCopies(10, Duration.ofSeconds(2)),
                    Collections.nCopies(10, Duration.ofSeconds(5)))
            .flatMap(List::stream)
            .toList();

    private static final int PAUSE_MILLIS = 500;

    private final DataSource dataSource;
    private final String place;
    private final String location;

    /**
     * @param place what the messages call the database
     * @param location where the migrations lie
     */
    SchemaMigration(DataSource dataSource, String place, String location) {
        this.dataSource = dataSource;
        this.place = place;
        this.location = location;
    }

    void run() {
        try {
            MigrationInfo[] known = flyway(PATIENCE.get(0)).info().all();
            refuseNewer(known);
            requireMigrations(known);
            migrate();
        } catch (FlywayValidateException failure) {
            throw new DatabaseMismatchException(
                    "The database at " + place
                            + " was changed by other migrations than this program's; restore it from a"
                            + " backup, or start with an empty database.",
                    failure);
        } catch (FlywayException failure) {
            throw SqlState.isUnavailable(failure)
                    ? new DatabaseUnavailableException(
                            "The database at " + place + " went away while its schema was prepared.", failure)
                    : new DatabaseMismatchException(
                            "The schema of the database at " + place + " could not be prepared: " + firstLine(failure),
                            failure);
        }
    }

    /** Each migration is a transaction, so one that gave way has left nothing behind. */
    private void migrate() {
        for (int attempt = 0; ; attempt++) {
            try {
                flyway(PATIENCE.get(attempt)).migrate();
                return;
            } catch (FlywayException failure) {
                if (!SqlState.isHeldUp(failure)) {
                    throw failure;
                }
                if (attempt == PATIENCE.size() - 1) {
                    throw new DatabaseUnavailableException(
                            "The schema of the database at " + place
                                    + " could not be prepared, since somebody else keeps a table locked; look for a"
                                    + " transaction that does not end.",
                            failure);
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException(
                    "Interrupted while the schema of the database at " + place + " was prepared.", stop);
        }
    }

    private Flyway flyway(Duration patience) {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations(location)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .initSql("SET lock_timeout = " + patience.toMillis())
                .load();
    }

    private void refuseNewer(MigrationInfo[] known) {
        Optional<MigrationVersion> newest = Arrays.stream(known)
                .filter(migration -> WRITTEN_BY_A_NEWER_PROGRAM.contains(migration.getState()))
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo);
        if (newest.isPresent()) {
            throw new DatabaseTooNewException("The database at " + place + " has schema version " + newest.get()
                    + ", which a newer Quantum Leap wrote; this one knows versions up to " + ownVersion(known)
                    + ": start the newer program.");
        }
    }

    /** Flyway takes a classpath that it cannot list for an empty one, which would leave the database without tables. */
    private static void requireMigrations(MigrationInfo[] known) {
        if (Arrays.stream(known).noneMatch(SchemaMigration::isOwn)) {
            throw new IllegalStateException("No migration was found on the class path under db/migration.");
        }
    }

    private static String ownVersion(MigrationInfo[] known) {
        return Arrays.stream(known)
                .filter(SchemaMigration::isOwn)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::toString)
                .orElse("none");
    }

    private static boolean isOwn(MigrationInfo migration) {
        return migration.isVersioned() && migration.getState().isResolved();
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }
}
