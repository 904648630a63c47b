package io.quantumleap.adapters.persistence;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;

/** A data source that remembers every statement that is executed through it, so that tests can count and explain them. */
public final class RecordedStatements implements DataSource, AutoCloseable {

    private final DataSource kept;
    private final EntityManagerFactory factory;
    private final List<String> executed = new CopyOnWriteArrayList<>();

    /** Over the connections of another one. */
    public RecordedStatements(DataSource kept) {
        this.kept = kept;
        this.factory = Persistence.createEntityManagerFactory(
                "quantumleap", Map.of(PersistenceUnitProperties.NON_JTA_DATASOURCE, this));
    }

    /** A unit of work whose statements are remembered. */
    public JpaUnitOfWork unitOfWork() {
        return new JpaUnitOfWork(factory);
    }

    /** What was executed since the last call. */
    public List<String> take() {
        List<String> taken = List.copyOf(executed);
        executed.clear();
        return taken;
    }

    @Override
    public void close() {
        factory.close();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(kept.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return watched(kept.getConnection(username, password));
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return watched(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return result instanceof Statement statement ? watched(Statement.class, statement, "") : result;
        });
    }

    private <T extends Statement> T watched(Class<T> type, T statement, String prepared) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                executed.add(
                        arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                                ? sql
                                : prepared);
            }
            return call(statement, method, arguments);
        });
    }

    /** What a proxy does. */
    @FunctionalInterface
    private interface Call {

        Object make(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.make(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return kept.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        kept.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        kept.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return kept.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return kept.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return kept.isWrapperFor(type);
    }
}
