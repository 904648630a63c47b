package io.quantumleap.adapters.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database's password, which may be replaced while the program runs. The password that was accepted last and the one that
 * is offered now both count, so it does not matter whether the database or the program learns of the new one first. Safe for
 * use by many threads.
 */
final class RotatingPassword {

    private static final String REFUSED = "28";

    private final Supplier<String> offered;
    private volatile String accepted;

    /**
     * @param accepted the password to begin with
     * @param offered gives the password that the operator wants now; asked again and again
     */
    RotatingPassword(String accepted, Supplier<String> offered) {
        this.accepted = accepted;
        this.offered = offered;
    }

    /** Connects with the password that was accepted last and, if the database does not want it any more, with the offered one. */
    Connection connect(PGSimpleDataSource source) throws SQLException {
        String last = accepted;
        try {
            return source.getConnection(source.getUser(), last);
        } catch (SQLException failure) {
            String next = offered.get();
            if (!isRefusal(failure) || next.equals(last)) {
                throw failure;
            }
            Connection connection = source.getConnection(source.getUser(), next);
            accepted = next;
            return connection;
        }
    }

    /**
     * Takes up the offered password if it is another and the database accepts it.
     *
     * @return whether it was taken up
     */
    boolean adoptOffered(PGSimpleDataSource source) {
        String next = offered.get();
        if (next.equals(accepted)) {
            return false;
        }
        try (Connection connection = source.getConnection(source.getUser(), next)) {
            accepted = next;
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The password that the database accepted last. */
    String accepted() {
        return accepted;
    }

    private static boolean isRefusal(SQLException failure) {
        return SqlState.of(failure).filter(state -> state.startsWith(REFUSED)).isPresent();
    }
}
