package io.quantumleap.adapters.persistence;

import io.quantumleap.core.shared.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work over JPA: it holds the {@link EntityManager} of the current thread, and repositories reach it, or the
 * JDBC connection under it, through {@link #with} and {@link #withConnection}.
 *
 * <p>Safe for use by many threads; each has its own unit. A failed unit inside another dooms the outer one, also when the
 * exception is caught on its way.
 */
public final class JpaUnitOfWork implements UnitOfWork {

    private final EntityManagerFactory factory;

    /** Not static, since a thread may hold units of two databases at once; removed when the unit ends. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Unit> current = new ThreadLocal<>();

    private final Deadlines deadlines;
    private final Turns turns = new Turns();

    /** An open unit: its transaction, what waits for its end, and whose turn it has. */
    private static final class Unit {

        private final EntityManager manager;
        private final List<Runnable> afterCommit;
        private final Set<Object> turns = new HashSet<>();
        private boolean connected;

        Unit(EntityManager manager, List<Runnable> afterCommit, boolean connected) {
            this.manager = manager;
            this.afterCommit = afterCommit;
            this.connected = connected;
        }

        /** The way to the database, which takes a connection when it is first used. */
        EntityManager connect() {
            connected = true;
            return manager;
        }
    }

    /** @param factory an application-managed factory over resource-local transactions; it stays the caller's to close */
    public JpaUnitOfWork(EntityManagerFactory factory) {
        this(factory, Deadlines.NONE);
    }

    JpaUnitOfWork(EntityManagerFactory factory, Deadlines deadlines) {
        this.factory = factory;
        this.deadlines = deadlines;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        Unit open = current.get();
        return open == null ? runInNew(work) : runJoined(open.manager, work);
    }

    /**
     * Works on the current unit, or on a unit of its own when none is open.
     *
     * @throws DatabaseUnavailableException if the database cannot be reached or asks to be asked again
     */
    public <R> R with(Function<EntityManager, R> work) {
        return run(() -> {
            try {
                return work.apply(entityManager());
            } catch (PersistenceException failure) {
                throw translated(failure);
            }
        });
    }

    /**
     * Works on the JDBC connection of the current unit's transaction, or of a unit of its own. What JPA has pending is
     * written first, so that both see the same rows. The connection stays ours: do not commit or close it.
     *
     * @throws DatabaseUnavailableException if the database cannot be reached or asks to be asked again
     */
    public <R> R withConnection(SqlFunction<Connection, R> work) {
        return with(manager -> {
            manager.flush();
            try {
                return work.apply(manager.unwrap(Connection.class));
            } catch (SQLException failure) {
                throw translated(new PersistenceException(failure));
            }
        });
    }

    /**
     * Does something when the current unit has committed and given its connection back, on the same thread and before
     * {@link #run} returns; never if the unit fails. It must not throw, since what was committed stays.
     *
     * @throws IllegalStateException if no unit is open on this thread
     */
    public void afterCommit(Runnable then) {
        unit().afterCommit.add(then);
    }

    /**
     * Waits until no other unit of this program works on a thing that all of them lock in the database; the turn ends with the unit. Who
     * waits here holds no connection, so call it before anything else in a unit: one that has a connection already goes on at once and
     * waits in the database.
     *
     * @param thing what is to be locked, by its value
     * @throws DatabaseUnavailableException if the turn does not come before the deadline
     */
    public void awaitTurn(Object thing) {
        Unit unit = unit();
        if (!unit.connected && !unit.turns.contains(thing)) {
            takeTurn(thing);
            unit.turns.add(thing);
        }
    }

    private void takeTurn(Object thing) {
        try {
            if (turns.take(thing, deadlines.left().get())) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseUnavailableException("Others are working on the same; try again later.", null);
    }

    private EntityManager entityManager() {
        return unit().connect();
    }

    private Unit unit() {
        Unit open = current.get();
        if (open == null) {
            throw new IllegalStateException("No unit of work is open on this thread.");
        }
        return open;
    }

    private <T> T runInNew(Supplier<T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result = runAndCommit(work, afterCommit);
        afterCommit.forEach(Runnable::run);
        return result;
    }

    private <T> T runAndCommit(Supplier<T> work, List<Runnable> afterCommit) {
        Optional<Duration> shorter = deadlines.shorterThanUsual();
        try (EntityManager manager = factory.createEntityManager()) {
            EntityTransaction transaction = manager.getTransaction();
            transaction.begin();
            shorter.ifPresent(left -> limit(manager, left));
            Unit unit = new Unit(manager, afterCommit, shorter.isPresent());
            current.set(unit);
            try {
                T result = work.get();
                commit(transaction);
                return result;
            } catch (RuntimeException | Error failure) {
                rollBack(transaction, failure);
                throw failure;
            } finally {
                current.remove();
                unit.turns.forEach(turns::giveBack);
            }
        }
    }

    /** Whoever has little time left must not wait for a statement as long as others may. */
    private static void limit(EntityManager manager, Duration left) {
        manager.createNativeQuery("SET LOCAL statement_timeout = " + Math.max(1, left.toMillis()))
                .executeUpdate();
    }

    private static <T> T runJoined(EntityManager manager, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error failure) {
            manager.getTransaction().setRollbackOnly();
            throw failure;
        }
    }

    private static void commit(EntityTransaction transaction) {
        try {
            transaction.commit();
        } catch (PersistenceException failure) {
            throw translated(failure);
        }
    }

    private static void rollBack(EntityTransaction transaction, Throwable failure) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static RuntimeException translated(PersistenceException failure) {
        if (SqlState.isUnavailable(failure) || causedByPool(failure)) {
            return new DatabaseUnavailableException("The database cannot answer now; try again later.", failure);
        }
        return failure;
    }

    /** The pool reports a wait in vain without any SQL state. */
    private static boolean causedByPool(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
