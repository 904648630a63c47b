package io.quantumleap.adapters.persistence;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the schema to the version that this program needs, and touches nothing when it cannot. */
final class SchemaMigration {

    static final String LOCATION = "classpath:db/migration";

    private static final Set<MigrationState> WRITTEN_BY_A_NEWER_PROGRAM =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

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
            Flyway flyway = flyway();
            MigrationInfo[] known = flyway.info().all();
            refuseNewer(known);
            requireMigrations(known);
            flyway.migrate();
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

    private Flyway flyway() {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations(location)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
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
