package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Candidate;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Step;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.port.EntryBatch;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entries of a file that leave one trace in the audit log when they are appended, in the same unit of work. */
final class AuditedEntryBatch implements EntryBatch {

    private final EntryBatch kept;
    private final Trace trace;
    private @Nullable Transaction first;
    private int count;

    /** Leaves the trace. */
    @FunctionalInterface
    interface Trace {

        /** Says what was appended: at least one transaction. */
        void leave(Transaction first, int count);
    }

    AuditedEntryBatch(EntryBatch kept, Trace trace) {
        this.kept = kept;
        this.trace = trace;
    }

    @Override
    public void add(int line, Entry entry) {
        kept.add(line, entry);
    }

    @Override
    public Matched match(Order order) {
        return kept.match(order);
    }

    @Override
    public void play(Consumer<? super Step> reader) {
        kept.play(reader);
    }

    @Override
    public void play(Collection<Symbol> symbols, Consumer<? super Step> reader) {
        kept.play(symbols, reader);
    }

    @Override
    public void append(Function<? super Candidate, Transaction> recording) {
        kept.append(candidate -> {
            Transaction transaction = recording.apply(candidate);
            first = Objects.requireNonNullElse(first, transaction);
            count++;
            return transaction;
        });
        if (first != null) {
            trace.leave(first, count);
        }
    }

    @Override
    public void close() {
        kept.close();
    }
}
