package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.EntryReader.Reading;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.FieldError;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Records one transaction. Safe for use by many threads. */
public final class RecordTransaction {

    private static final int ONLY_LINE = 1;

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final UnitOfWork work;
    private final Recorder recorder;

    /** Works on these ports. */
    public RecordTransaction(
            Portfolios portfolios,
            Transactions transactions,
            UnitOfWork work,
            EventOutbox outbox,
            IdGenerator ids,
            Clock clock) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.work = Objects.requireNonNull(work, "work");
        this.recorder = new Recorder(portfolios, transactions, outbox, ids, clock);
    }

    /**
     * Records it, also when one with the same content and no external id is there: asking twice means two. An external
     * id that is there already is recorded once.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Recording record(UserId caller, PortfolioId id, TransactionFields fields) {
        Portfolio portfolio = OwnedPortfolio.find(portfolios, caller, id);
        Reading reading = EntryReader.of(portfolio, recorder.today()).read(fields);
        if (reading instanceof Reading.Entered entered) {
            return work.run(() -> book(OwnedPortfolio.hold(portfolios, caller, id), entered.entry()));
        }
        return new Recording.Refused(((Reading.Refused) reading).errors());
    }

    private Recording book(Portfolio held, Entry entry) {
        Optional<Transaction> known = entry.externalId()
                .flatMap(externalId -> Optional.ofNullable(transactions
                        .withExternalIds(held.id(), Set.of(externalId))
                        .get(externalId)));
        if (known.isPresent()) {
            return sameAs(known.get(), entry);
        }
        if (!held.ledger().hasRoomFor(1)) {
            return new Recording.Refused(List.of(new FieldError("", "too-many-transactions", LedgerExtent.full())));
        }
        Step fresh = new Step(entry, ONLY_LINE);
        RowErrors.Collector errors = new RowErrors.Collector();
        Map<Symbol, BigDecimal> units = HoldingCheck.check(held, fresh, transactions, errors);
        CashCheck.check(held, fresh, transactions, errors);
        if (!errors.isEmpty()) {
            return new Recording.Refused(errors.errors().listed().stream()
                    .map(error -> new FieldError(error.column(), error.code(), error.message()))
                    .toList());
        }
        Candidate candidate = new Candidate(ONLY_LINE, entry, occurrence(held, entry));
        return new Recording.Done(recorder.append(held, candidate, units));
    }

    private static Recording sameAs(Transaction known, Entry entry) {
        if (ContentKey.of(known.entry()).equals(ContentKey.of(entry))) {
            return new Recording.Known(known);
        }
        return new Recording.Refused(List.of(new FieldError(
                "external_id", "taken", "A transaction with this external_id and other content was recorded before.")));
    }

    private int occurrence(Portfolio held, Entry entry) {
        if (entry.externalId().isPresent()) {
            return 1;
        }
        ContentKey content = ContentKey.of(entry);
        return transactions.occurrences(held.id(), Set.of(content)).getOrDefault(content, 0) + 1;
    }
}
