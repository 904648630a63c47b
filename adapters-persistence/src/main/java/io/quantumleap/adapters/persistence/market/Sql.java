package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.SqlFunction;
import io.quantumleap.core.market.Symbol;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.function.Function;

/** Runs statements inside the units of a work. Safe for use by many threads. */
final class Sql {

    private final JpaUnitOfWork work;

    Sql(JpaUnitOfWork work) {
        this.work = work;
    }

    /** Asks. */
    <R> R query(String sql, Parameters parameters, SqlFunction<ResultSet, R> result) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    return result.apply(rows);
                }
            }
        });
    }

    /** Runs statements without parameters, separated by semicolons. */
    void execute(String statements) {
        work.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(statements);
            }
        });
    }

    /** Sets the parameters for one of many. */
    @FunctionalInterface
    interface Each<T> {

        void set(PreparedStatement statement, T one) throws SQLException;
    }

    /** Runs one statement for each of many, in one go. */
    <T> void batch(String sql, Collection<T> all, Each<T> each) {
        if (all.isEmpty()) {
            return;
        }
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (T one : all) {
                    each.set(statement, one);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    static void setSymbols(PreparedStatement statement, int index, Collection<Symbol> symbols) throws SQLException {
        setTexts(statement, index, symbols, Symbol::value);
    }

    static <T> void setTexts(PreparedStatement statement, int index, Collection<T> all, Function<T, String> text)
            throws SQLException {
        Object[] texts = all.stream().map(text).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
    }
}
