package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.port.EntryBatch;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Appends checked entries to a held portfolio and brings the portfolio to its next version, and says so. */
final class Recorder {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final EventOutbox outbox;
    private final IdGenerator ids;
    private final Clock clock;

    Recorder(Portfolios portfolios, Transactions transactions, EventOutbox outbox, IdGenerator ids, Clock clock) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param units the units of the instruments that the entry moves, after it */
    Transaction append(Portfolio held, Candidate candidate, Map<Symbol, BigDecimal> units) {
        Transaction recorded =
                transaction(transactions.lastSequence(held.id()) + 1, candidate.entry(), candidate.occurrence(), null);
        store(held, recorded, units);
        return recorded;
    }

    Transaction reverse(Portfolio held, Transaction wrong, Reason reason, Map<Symbol, BigDecimal> units) {
        Transaction reversal = transaction(
                transactions.lastSequence(held.id()) + 1,
                wrong.entry(),
                wrong.occurrence(),
                new Transaction.Reversal(wrong.id(), reason));
        store(held, reversal, units);
        return reversal;
    }

    private void store(Portfolio held, Transaction one, Map<Symbol, BigDecimal> units) {
        Recorded recorded = begin(held, one.sequence() - 1);
        recorded.add(one);
        transactions.append(held.id(), List.of(one), recorded.balances(units));
        finish(recorded);
    }

    /**
     * Appends the new entries of a matched and checked batch, of which there is at least one.
     *
     * @param units the units of the instruments that they move, after them
     */
    void append(Portfolio held, EntryBatch batch, Map<Symbol, BigDecimal> units) {
        AtomicLong sequence = new AtomicLong(transactions.lastSequence(held.id()));
        Recorded recorded = begin(held, sequence.get());
        batch.append(candidate ->
                recorded.add(transaction(sequence.incrementAndGet(), candidate.entry(), candidate.occurrence(), null)));
        transactions.putBalances(held.id(), recorded.balances(units));
        finish(recorded);
    }

    private Recorded begin(Portfolio held, long lastSequence) {
        new LedgerBooks(transactions).catchUp(held.id(), lastSequence);
        return new Recorded(held, transactions.balances(held.id()));
    }

    private void finish(Recorded recorded) {
        portfolios.update(recorded.next());
        recorded.event().ifPresent(outbox::append);
    }

    private Transaction transaction(
            long sequence, Entry entry, int occurrence, Transaction.@Nullable Reversal reversal) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Transaction(new TransactionId(ids.next()), sequence, entry, occurrence, reversal, null, now);
    }
}
