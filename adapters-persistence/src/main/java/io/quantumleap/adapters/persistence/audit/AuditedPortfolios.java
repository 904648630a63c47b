package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import java.util.Optional;

/** Portfolios that do not disappear without a trace. */
public final class AuditedPortfolios implements Portfolios {

    private final Portfolios kept;
    private final RecordAudit audit;

    /** Audits what is removed there. */
    public AuditedPortfolios(Portfolios kept, RecordAudit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public boolean remove(UserId owner, PortfolioId id) {
        boolean removed = kept.remove(owner, id);
        if (removed) {
            audit.write(AuditAction.PORTFOLIO_REMOVED, id.toString(), 1, "");
        }
        return removed;
    }

    @Override
    public void add(Portfolio portfolio) {
        kept.add(portfolio);
    }

    @Override
    public Optional<Portfolio> find(UserId owner, PortfolioId id) {
        return kept.find(owner, id);
    }

    @Override
    public Optional<Portfolio> hold(UserId owner, PortfolioId id) {
        return kept.hold(owner, id);
    }

    @Override
    public CursorPage<Portfolio> page(UserId owner, PageRequest request) {
        return kept.page(owner, request);
    }

    @Override
    public Optional<Portfolio> sample(UserId owner) {
        return kept.sample(owner);
    }

    @Override
    public void update(Portfolio next) {
        kept.update(next);
    }
}
