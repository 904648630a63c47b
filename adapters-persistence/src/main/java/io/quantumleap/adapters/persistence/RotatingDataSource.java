package io.quantumleap.adapters.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** New connections to one database, whose password may be replaced meanwhile; the pool stands on it. */
final class RotatingDataSource implements DataSource {

    private final PGSimpleDataSource source;
    private final RotatingPassword password;

    RotatingDataSource(PGSimpleDataSource source, RotatingPassword password) {
        this.source = source;
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return password.connect(source);
    }

    @Override
    public Connection getConnection(String username, String secret) throws SQLException {
        throw new SQLFeatureNotSupportedException("This source knows its role and password.");
    }

    @Override
    public PrintWriter getLogWriter() {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
