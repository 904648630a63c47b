package io.quantumleap.core.portfolio.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Candidate;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Step;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of a file in a list. */
final class InMemoryEntryBatch implements EntryBatch {

    private final InMemoryTransactions transactions;
    private final PortfolioId portfolio;
    private final List<Step> steps = new ArrayList<>();
    private final List<Candidate> fresh = new ArrayList<>();

    InMemoryEntryBatch(InMemoryTransactions transactions, PortfolioId portfolio) {
        this.transactions = transactions;
        this.portfolio = portfolio;
    }

    @Override
    public void add(int line, Entry entry) {
        steps.add(new Step(entry, line));
    }

    @Override
    public Matched match(Order order) {
        if (order == Order.FROM_THE_END) {
            Collections.reverse(steps);
        }
        Map<ExternalId, Transaction> recordedIds = transactions.withExternalIds(
                portfolio,
                entries().flatMap(entry -> entry.externalId().stream()).collect(Collectors.toSet()));
        Map<ContentKey, Integer> recordedContents = transactions.occurrences(
                portfolio, entries().map(ContentKey::of).collect(Collectors.toSet()));
        Map<ExternalId, Step> idsInFile = new HashMap<>();
        Map<ContentKey, Integer> contentsInFile = new HashMap<>();
        RowErrors.Collector taken = new RowErrors.Collector();
        for (Step step : steps) {
            ContentKey content = ContentKey.of(step.entry());
            if (step.entry().externalId().isEmpty()) {
                int occurrence = contentsInFile.merge(content, 1, Integer::sum);
                if (occurrence > recordedContents.getOrDefault(content, 0)) {
                    fresh.add(new Candidate(step.line(), step.entry(), occurrence));
                }
                continue;
            }
            ExternalId id = step.entry().externalId().get();
            Transaction recorded = recordedIds.get(id);
            Step earlier = idsInFile.putIfAbsent(id, step);
            if (recorded == null && earlier == null) {
                fresh.add(new Candidate(step.line(), step.entry(), 1));
            } else {
                Entry other = recorded == null ? earlier.entry() : recorded.entry();
                if (!content.equals(ContentKey.of(other))) {
                    taken.add(new RowError(step.line(), "external_id", "taken", "It has another content."));
                }
            }
        }
        boolean namesLots = Stream.concat(
                        entries(), transactions.effective(portfolio).stream().map(Transaction::entry))
                .anyMatch(entry -> !entry.details().lots().isEmpty());
        return new Matched(fresh.size(), namesLots, taken.errors());
    }

    private Stream<Entry> entries() {
        return steps.stream().map(Step::entry);
    }

    @Override
    public void play(Consumer<? super Step> reader) {
        Stream.concat(
                        transactions.effective(portfolio).stream().map(Step::recorded),
                        fresh.stream().map(candidate -> new Step(candidate.entry(), candidate.line())))
                .sorted(Comparator.comparing(step -> step.entry().date()))
                .forEach(reader);
    }

    @Override
    public void play(Collection<Symbol> symbols, Consumer<? super Step> reader) {
        play(step -> {
            Set<Symbol> named = Stream.concat(step.entry().symbol().stream(), step.entry().toSymbol().stream())
                    .collect(Collectors.toSet());
            if (!Collections.disjoint(named, symbols)) {
                reader.accept(step);
            }
        });
    }

    @Override
    public void append(Function<? super Candidate, Transaction> recording) {
        transactions.append(
                portfolio, fresh.stream().<Transaction>map(recording).toList(), List.of());
    }

    @Override
    public void close() {
        steps.clear();
        fresh.clear();
    }
}
