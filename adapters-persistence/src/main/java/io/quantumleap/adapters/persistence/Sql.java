package io.quantumleap.adapters.persistence;

import io.quantumleap.core.market.Symbol;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.function.Function;

/** Runs statements inside the units of a work. Safe for use by many threads. */
public final class Sql {

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public Sql(JpaUnitOfWork work) {
        this.work = work;
    }

    /** Asks. */
    public <R> R query(String sql, Parameters parameters, SqlFunction<ResultSet, R> result) {
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
    public void execute(String statements) {
        work.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(statements);
            }
        });
    }

    /** Changes rows; returns how many. */
    public int update(String sql, Parameters parameters) {
        return work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                return statement.executeUpdate();
            }
        });
    }

    /** Sets the parameters for one of many. */
    @FunctionalInterface
    public interface Each<T> {

        /** Sets them. */
        void set(PreparedStatement statement, T one) throws SQLException;
    }

    /** Runs one statement for each of many, in one go. */
    public <T> void batch(String sql, Collection<T> all, Each<T> each) {
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

    /** Sets an array of symbols. */
    public static void setSymbols(PreparedStatement statement, int index, Collection<Symbol> symbols)
            throws SQLException {
        setTexts(statement, index, symbols, Symbol::value);
    }

    /** Sets an array of texts, one for each of many. */
    public static <T> void setTexts(PreparedStatement statement, int index, Collection<T> all, Function<T, String> text)
            throws SQLException {
        Object[] texts = all.stream().map(text).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
    }
}
