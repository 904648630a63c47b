package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.SqlState;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/** Portfolios in PostgreSQL, over JPA. Safe for use by many threads. */
public final class JpaPortfolios implements Portfolios {

    private static final String OF_OWNER = "select p from PortfolioEntity p where p.owner = :owner";
    private static final String ONE = OF_OWNER + " and p.id = :id";
    private static final String NEWEST_FIRST = " order by p.createdAt desc, p.id desc";

    private static final Map<String, Object> FRESH = Map.of(QueryHints.REFRESH, HintValues.TRUE);

    private final JpaUnitOfWork work;

    /** Works inside the units of this work. */
    public JpaPortfolios(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void add(Portfolio portfolio) {
        try {
            work.with(manager -> {
                manager.persist(new PortfolioEntity(portfolio));
                manager.flush();
                return true;
            });
        } catch (PersistenceException failure) {
            if (SqlState.isUniqueViolation(failure)) {
                throw new ConflictException("There is a sample portfolio already.");
            }
            throw failure;
        }
    }

    @Override
    public Optional<Portfolio> find(UserId owner, PortfolioId id) {
        return work.with(manager -> first(one(manager, owner, id)));
    }

    @Override
    public Optional<Portfolio> hold(UserId owner, PortfolioId id) {
        return work.run(() -> {
            work.awaitTurn(id);
            lock(id);
            return find(owner, id);
        });
    }

    @Override
    public CursorPage<Portfolio> page(UserId owner, PageRequest request) {
        Optional<PortfolioCursor> after = request.after().map(PortfolioCursor::parse);
        List<Portfolio> found = work.with(manager -> {
            TypedQuery<PortfolioEntity> query = manager.createQuery(
                            OF_OWNER + after.map(PortfolioCursor::condition).orElse("") + NEWEST_FIRST,
                            PortfolioEntity.class)
                    .setParameter("owner", owner.value())
                    .setMaxResults(request.limit() + 1);
            after.ifPresent(
                    cursor -> query.setParameter("createdAt", cursor.createdAt().atOffset(ZoneOffset.UTC))
                            .setParameter("id", cursor.id()));
            return query.getResultList().stream()
                    .map(PortfolioEntity::toPortfolio)
                    .toList();
        });
        if (found.size() <= request.limit()) {
            return new CursorPage<>(found, null);
        }
        List<Portfolio> page = found.subList(0, request.limit());
        return new CursorPage<>(
                page, PortfolioCursor.after(page.get(page.size() - 1)).text());
    }

    @Override
    public Optional<Portfolio> sample(UserId owner) {
        return work.with(
                manager -> first(fresh(manager.createQuery(OF_OWNER + " and p.sample = true", PortfolioEntity.class)
                        .setParameter("owner", owner.value()))));
    }

    @Override
    public void update(Portfolio next) {
        work.with(manager -> {
            lock(next.id());
            PortfolioEntity stored =
                    manager.find(PortfolioEntity.class, next.id().value(), FRESH);
            if (stored == null || stored.version() != next.version() - 1) {
                throw new ConflictException("The portfolio was changed by somebody else in the meantime.");
            }
            stored.become(next);
            manager.flush();
            return true;
        });
    }

    @Override
    public boolean remove(UserId owner, PortfolioId id) {
        return work.with(
                manager -> manager.createQuery("delete from PortfolioEntity p where p.owner = :owner and p.id = :id")
                                .setParameter("owner", owner.value())
                                .setParameter("id", id.value())
                                .executeUpdate()
                        > 0);
    }

    /**
     * Makes other writers wait. JPA's own lock would wait for those as well who only store something that names the portfolio, such as
     * its values.
     */
    private void lock(PortfolioId id) {
        work.withConnection(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select 1 from portfolio where id = ? for no key update")) {
                statement.setObject(1, id.value());
                return statement.execute();
            }
        });
    }

    private static TypedQuery<PortfolioEntity> one(EntityManager manager, UserId owner, PortfolioId id) {
        return fresh(manager.createQuery(ONE, PortfolioEntity.class)
                .setParameter("owner", owner.value())
                .setParameter("id", id.value()));
    }

    /** What the unit has read before may have been overtaken by another one. */
    private static TypedQuery<PortfolioEntity> fresh(TypedQuery<PortfolioEntity> query) {
        return query.setHint(QueryHints.REFRESH, HintValues.TRUE);
    }

    private static Optional<Portfolio> first(TypedQuery<PortfolioEntity> query) {
        return query.getResultStream().findFirst().map(PortfolioEntity::toPortfolio);
    }
}
