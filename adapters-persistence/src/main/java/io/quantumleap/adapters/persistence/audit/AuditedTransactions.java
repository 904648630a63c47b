package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Posting;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.portfolio.port.EntryBatch;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    public void append(PortfolioId portfolio, List<Transaction> transactions, List<Balance> balances) {
        kept.append(portfolio, transactions, balances);
        if (!transactions.isEmpty()) {
            trace(portfolio, transactions.get(0), transactions.size());
        }
    }

    private void trace(PortfolioId portfolio, Transaction first, int count) {
        String note = count == 1 ? "transaction " + first.id() : "first transaction " + first.id();
        audit.write(action(first, count), portfolio.toString(), count, note);
    }

    @Override
    public EntryBatch open(PortfolioId portfolio) {
        return new AuditedEntryBatch(kept.open(portfolio), (first, count) -> trace(portfolio, first, count));
    }

    @Override
    public void putBalances(PortfolioId portfolio, List<Balance> balances) {
        kept.putBalances(portfolio, balances);
    }

    private static AuditAction action(Transaction first, int count) {
        if (count > 1) {
            return AuditAction.TRANSACTIONS_IMPORTED;
        }
        return first.reversal() == null ? AuditAction.TRANSACTION_RECORDED : AuditAction.TRANSACTION_REVERSED;
    }

    @Override
    public void post(PortfolioId portfolio, List<Transaction> transactions) {
        kept.post(portfolio, transactions);
    }

    @Override
    public long bookedUntil(PortfolioId portfolio) {
        return kept.bookedUntil(portfolio);
    }

    @Override
    public Map<TransactionId, List<Posting>> postings(PortfolioId portfolio, Collection<TransactionId> ids) {
        return kept.postings(portfolio, ids);
    }

    @Override
    public List<Balance> balances(PortfolioId portfolio) {
        return kept.balances(portfolio);
    }

    @Override
    public void replaceBalances(PortfolioId portfolio, List<Balance> balances) {
        kept.replaceBalances(portfolio, balances);
    }

    @Override
    public List<Transaction> recorded(PortfolioId portfolio, long afterSequence, int limit) {
        return kept.recorded(portfolio, afterSequence, limit);
    }

    @Override
    public List<PortfolioId> portfolios(@Nullable PortfolioId after, int limit) {
        return kept.portfolios(after, limit);
    }

    @Override
    public boolean keepStill(PortfolioId portfolio) {
        return kept.keepStill(portfolio);
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
    public void play(PortfolioId portfolio, Consumer<? super Transaction> reader) {
        kept.play(portfolio, reader);
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
    public List<Transaction> effective(PortfolioId portfolio, LocalDate after) {
        return kept.effective(portfolio, after);
    }

    @Override
    public Optional<LocalDate> firstChange(PortfolioId portfolio, long afterSequence) {
        return kept.firstChange(portfolio, afterSequence);
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
