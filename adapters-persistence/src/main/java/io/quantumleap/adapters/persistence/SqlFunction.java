package io.quantumleap.adapters.persistence;

import java.sql.SQLException;

/** A function over JDBC, which may fail as JDBC does. */
@FunctionalInterface
public interface SqlFunction<T, R> {

    /** Applies this function. */
    R apply(T argument) throws SQLException;
}
