package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InMemoryPages;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Portfolios in a map. */
public final class InMemoryPortfolios implements Portfolios {

    private final Map<PortfolioId, Portfolio> portfolios = new ConcurrentHashMap<>();

    @Override
    public void add(Portfolio portfolio) {
        if (portfolio.sample() && sample(portfolio.owner()).isPresent()) {
            throw new ConflictException("There is a sample portfolio already.");
        }
        portfolios.put(portfolio.id(), portfolio);
    }

    @Override
    public Optional<Portfolio> find(UserId owner, PortfolioId id) {
        return Optional.ofNullable(portfolios.get(id))
                .filter(portfolio -> portfolio.owner().equals(owner));
    }

    @Override
    public Optional<Portfolio> hold(UserId owner, PortfolioId id) {
        return find(owner, id);
    }

    @Override
    public CursorPage<Portfolio> page(UserId owner, PageRequest request) {
        return InMemoryPages.page(
                portfolios.values().stream()
                        .filter(portfolio -> portfolio.owner().equals(owner))
                        .sorted(Comparator.comparing(Portfolio::createdAt)
                                .thenComparing(portfolio -> portfolio.id().value())
                                .reversed())
                        .toList(),
                request);
    }

    @Override
    public Optional<Portfolio> sample(UserId owner) {
        return portfolios.values().stream()
                .filter(portfolio -> portfolio.sample() && portfolio.owner().equals(owner))
                .findFirst();
    }

    @Override
    public void update(Portfolio next) {
        Portfolio stored = portfolios.get(next.id());
        if (stored == null || stored.version() != next.version() - 1) {
            throw new ConflictException("The portfolio was changed by somebody else in the meantime.");
        }
        portfolios.put(next.id(), next);
    }

    @Override
    public boolean remove(UserId owner, PortfolioId id) {
        return find(owner, id).isPresent() && portfolios.remove(id) != null;
    }
}
