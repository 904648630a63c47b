package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ledgers whose every movement leaves a trace in the audit log, in the same unit of work. */
public final class AuditedTransactions implements Transactions {

    private final Transactions kept;
    private final RecordAudit audit;

    /** Audits what is appended there. */
    public AuditedTransactions(Transactions kept, RecordAudit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public void append(PortfolioId portfolio, List<Transaction> transactions) {
        kept.append(portfolio, transactions);
        if (!transactions.isEmpty()) {
            Transaction first = transactions.get(0);
            String note = transactions.size() == 1 ? "transaction " + first.id() : "first transaction " + first.id();
            audit.write(action(transactions), portfolio.toString(), transactions.size(), note);
        }
    }

    private static AuditAction action(List<Transaction> transactions) {
        if (transactions.size() > 1) {
            return AuditAction.TRANSACTIONS_IMPORTED;
        }
        return transactions.get(0).reversal() == null
                ? AuditAction.TRANSACTION_RECORDED
                : AuditAction.TRANSACTION_REVERSED;
    }

    @Override
    public long lastSequence(PortfolioId portfolio) {
        return kept.lastSequence(portfolio);
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio) {
        return kept.effective(portfolio);
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio, Collection<Symbol> symbols) {
        return kept.effective(portfolio, symbols);
    }

    @Override
    public Set<Symbol> related(PortfolioId portfolio, Collection<Symbol> symbols) {
        return kept.related(portfolio, symbols);
    }

    @Override
    public CursorPage<Transaction> page(PortfolioId portfolio, PageRequest request) {
        return kept.page(portfolio, request);
    }

    @Override
    public Optional<Transaction> find(PortfolioId portfolio, TransactionId id) {
        return kept.find(portfolio, id);
    }

    @Override
    public Map<ExternalId, Transaction> withExternalIds(PortfolioId portfolio, Collection<ExternalId> ids) {
        return kept.withExternalIds(portfolio, ids);
    }

    @Override
    public Map<ContentKey, Integer> occurrences(PortfolioId portfolio, Collection<ContentKey> contents) {
        return kept.occurrences(portfolio, contents);
    }
}
