package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** @param units the units of the instruments that the entries move, after them */
    List<Transaction> append(Portfolio held, List<Matching.NewEntry> entries, Map<Symbol, BigDecimal> units) {
        long sequence = transactions.lastSequence(held.id());
        List<Transaction> recorded = new ArrayList<>(entries.size());
        for (Matching.NewEntry entry : entries) {
            recorded.add(transaction(++sequence, entry.candidate().entry(), entry.occurrence(), null));
        }
        store(held, recorded, units);
        return recorded;
    }

    Transaction reverse(Portfolio held, Transaction wrong, Reason reason, Map<Symbol, BigDecimal> units) {
        Transaction reversal = transaction(
                transactions.lastSequence(held.id()) + 1,
                wrong.entry(),
                wrong.occurrence(),
                new Transaction.Reversal(wrong.id(), reason));
        store(held, List.of(reversal), units);
        return reversal;
    }

    private void store(Portfolio held, List<Transaction> recorded, Map<Symbol, BigDecimal> units) {
        if (!recorded.isEmpty()) {
            LedgerBooks books = new LedgerBooks(transactions);
            books.catchUp(held.id(), recorded.get(0).sequence() - 1);
            transactions.append(held.id(), recorded, books.after(held.id(), recorded, units));
            Portfolio next = held.with(recorded);
            portfolios.update(next);
            outbox.append(LedgerFacts.of(next, recorded));
        }
    }

    private Transaction transaction(
            long sequence, Entry entry, int occurrence, Transaction.@Nullable Reversal reversal) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Transaction(new TransactionId(ids.next()), sequence, entry, occurrence, reversal, null, now);
    }
}
