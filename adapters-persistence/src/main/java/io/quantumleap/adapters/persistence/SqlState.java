package io.quantumleap.adapters.persistence;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what PostgreSQL said out of whatever exception JPA or JDBC wrapped it in.
 *
 * @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public final class SqlState {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    /**
     * Statement cancelled by its time limit, lock not to be had in time, deadlock, serialization failure, transaction ended because it
     * lay idle.
     */
    private static final Set<String> TRY_AGAIN = Set.of("57014", LOCK_NOT_AVAILABLE, DEADLOCK, "40001", "25P03");

    private SqlState() {}

    /** Returns the five-character code of the first SQL exception in the chain of causes. */
    public static Optional<String> of(@Nullable Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState);
    }

    /** Tells whether a row with the same key was there already. */
    public static boolean isUniqueViolation(Throwable failure) {
        return of(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
    }

    /** Tells whether a row was to refer to another that is not there, or to go while others refer to it. */
    public static boolean isForeignKeyViolation(Throwable failure) {
        return of(failure).filter(FOREIGN_KEY_VIOLATION::equals).isPresent();
    }

    /** Tells whether somebody else's lock was in the way. */
    static boolean isHeldUp(Throwable failure) {
        return of(failure)
                .filter(state -> state.equals(LOCK_NOT_AVAILABLE) || state.equals(DEADLOCK))
                .isPresent();
    }

    /** Tells whether the database could not be reached or asks to be asked again, so that the work itself is not to blame. */
    static boolean isUnavailable(Throwable failure) {
        return of(failure)
                .filter(state -> state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || TRY_AGAIN.contains(state))
                .isPresent();
    }

    private static Optional<SQLException> sqlException(@Nullable Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
