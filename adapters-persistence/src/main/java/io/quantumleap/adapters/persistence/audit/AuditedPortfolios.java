package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.portfolio.LedgerPolicy;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import java.util.ArrayList;
import java.util.List;
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

    @Override
    public void change(Portfolio before, Portfolio next) {
        kept.change(before, next);
        audit.write(AuditAction.PORTFOLIO_CHANGED, next.id().toString(), 1, difference(before, next));
    }

    private static String difference(Portfolio before, Portfolio next) {
        LedgerPolicy old = before.policy();
        LedgerPolicy policy = next.policy();
        List<String> changes = new ArrayList<>();
        note(changes, "lot_method", old.lotMethod().code(), policy.lotMethod().code());
        note(changes, "shorting_allowed", old.shortingAllowed(), policy.shortingAllowed());
        note(changes, "overdraft_allowed", old.overdraftAllowed(), policy.overdraftAllowed());
        note(changes, "long_term_days", old.longTermDays(), policy.longTermDays());
        if (!before.name().equals(next.name())) {
            changes.add("name");
        }
        return String.join(", ", changes);
    }

    private static void note(List<String> changes, String what, Object old, Object now) {
        if (!old.equals(now)) {
            changes.add(what + " " + old + " to " + now);
        }
    }
}
