package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Posting;
import io.quantumleap.core.portfolio.Postings;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InMemoryPages;
import io.quantumleap.core.shared.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ledgers in lists. */
public final class InMemoryTransactions implements Transactions {

    private final Map<PortfolioId, List<Transaction>> ledgers = new ConcurrentHashMap<>();
    private final Map<PortfolioId, Map<String, Balance>> balances = new ConcurrentHashMap<>();

    private List<Transaction> ledger(PortfolioId portfolio) {
        List<Transaction> recorded = List.copyOf(ledgers.getOrDefault(portfolio, List.of()));
        Map<TransactionId, TransactionId> undone = new HashMap<>();
        recorded.forEach(transaction -> transaction.reversalOf().ifPresent(of -> undone.put(of, transaction.id())));
        return recorded.stream()
                .map(transaction -> new Transaction(
                        transaction.id(),
                        transaction.sequence(),
                        transaction.entry(),
                        transaction.occurrence(),
                        transaction.reversal(),
                        undone.get(transaction.id()),
                        transaction.recordedAt()))
                .toList();
    }

    @Override
    public EntryBatch open(PortfolioId portfolio) {
        return new InMemoryEntryBatch(this, portfolio);
    }

    @Override
    public void putBalances(PortfolioId portfolio, List<Balance> changed) {
        append(portfolio, List.of(), changed);
    }

    @Override
    public void append(PortfolioId portfolio, List<Transaction> transactions, List<Balance> changed) {
        Map<String, Balance> after = new TreeMap<>(balances.getOrDefault(portfolio, Map.of()));
        changed.forEach(balance -> after.put(balance.kind() + balance.unit(), balance));
        balances.put(portfolio, after);
        ledgers.merge(portfolio, transactions, (old, more) -> {
            List<Transaction> all = new ArrayList<>(old);
            all.addAll(more);
            return all;
        });
    }

    @Override
    public void post(PortfolioId portfolio, List<Transaction> transactions) {
        throw new IllegalStateException("Nothing is ever recorded without its postings here.");
    }

    @Override
    public long bookedUntil(PortfolioId portfolio) {
        return lastSequence(portfolio);
    }

    @Override
    public Map<TransactionId, List<Posting>> postings(PortfolioId portfolio, Collection<TransactionId> ids) {
        Map<TransactionId, List<Posting>> found = new HashMap<>();
        ledger(portfolio).stream()
                .filter(transaction -> ids.contains(transaction.id()))
                .forEach(transaction -> found.put(transaction.id(), Postings.of(transaction)));
        return found;
    }

    @Override
    public List<Balance> balances(PortfolioId portfolio) {
        return List.copyOf(balances.getOrDefault(portfolio, Map.of()).values());
    }

    @Override
    public void replaceBalances(PortfolioId portfolio, List<Balance> all) {
        balances.remove(portfolio);
        append(portfolio, List.of(), all);
    }

    @Override
    public List<Transaction> recorded(PortfolioId portfolio, long afterSequence, int limit) {
        return ledger(portfolio).stream()
                .filter(transaction -> transaction.sequence() > afterSequence)
                .sorted(Comparator.comparingLong(Transaction::sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PortfolioId> portfolios(@Nullable PortfolioId after, int limit) {
        return ledgers.keySet().stream()
                .sorted(Comparator.comparing(PortfolioId::toString))
                .filter(id -> after == null || id.toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean keepStill(PortfolioId portfolio) {
        return true;
    }

    @Override
    public long lastSequence(PortfolioId portfolio) {
        return ledger(portfolio).stream().mapToLong(Transaction::sequence).max().orElse(0);
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio) {
        return ledger(portfolio).stream()
                .filter(Transaction::isEffective)
                .sorted(Transaction.IN_EFFECT_ORDER)
                .toList();
    }

    @Override
    public void play(PortfolioId portfolio, Consumer<? super Transaction> reader) {
        effective(portfolio).forEach(reader);
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio, Collection<Symbol> symbols) {
        return effective(portfolio).stream()
                .filter(transaction -> names(transaction.entry(), symbols))
                .toList();
    }

    private static boolean names(Entry entry, Collection<Symbol> symbols) {
        return entry.symbol().filter(symbols::contains).isPresent()
                || entry.toSymbol().filter(symbols::contains).isPresent();
    }

    @Override
    public Set<Symbol> related(PortfolioId portfolio, Collection<Symbol> symbols) {
        Set<Symbol> found = new TreeSet<>(symbols);
        int before;
        do {
            before = found.size();
            for (Transaction transaction : effective(portfolio)) {
                if (transaction.entry().toSymbol().isPresent() && names(transaction.entry(), found)) {
                    found.add(transaction.entry().symbol().orElseThrow());
                    found.add(transaction.entry().toSymbol().get());
                }
            }
        } while (found.size() > before);
        return found;
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio, LocalDate after) {
        return effective(portfolio).stream()
                .filter(transaction -> transaction.date().isAfter(after))
                .toList();
    }

    @Override
    public Optional<LocalDate> firstChange(PortfolioId portfolio, long afterSequence) {
        return ledger(portfolio).stream()
                .filter(transaction -> transaction.sequence() > afterSequence)
                .map(Transaction::date)
                .min(LocalDate::compareTo);
    }

    @Override
    public CursorPage<Transaction> page(PortfolioId portfolio, PageRequest request) {
        return InMemoryPages.page(
                ledger(portfolio).stream()
                        .sorted(Transaction.IN_EFFECT_ORDER.reversed())
                        .toList(),
                request);
    }

    @Override
    public Optional<Transaction> find(PortfolioId portfolio, TransactionId id) {
        return ledger(portfolio).stream()
                .filter(transaction -> transaction.id().equals(id))
                .findFirst();
    }

    @Override
    public Map<ExternalId, Transaction> withExternalIds(PortfolioId portfolio, Collection<ExternalId> ids) {
        Map<ExternalId, Transaction> found = new HashMap<>();
        ledger(portfolio).stream()
                .filter(transaction -> transaction.reversal() == null)
                .forEach(transaction -> transaction
                        .entry()
                        .externalId()
                        .filter(ids::contains)
                        .ifPresent(id -> found.put(id, transaction)));
        return found;
    }

    @Override
    public Map<ContentKey, Integer> occurrences(PortfolioId portfolio, Collection<ContentKey> contents) {
        Map<ContentKey, Integer> counts = new HashMap<>();
        ledger(portfolio).stream()
                .filter(transaction -> transaction.reversal() == null)
                .filter(transaction -> transaction.entry().externalId().isEmpty())
                .map(transaction -> ContentKey.of(transaction.entry()))
                .filter(contents::contains)
                .forEach(content -> counts.merge(content, 1, Integer::sum));
        return counts;
    }
}
