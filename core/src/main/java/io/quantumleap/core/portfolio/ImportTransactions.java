package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.port.EntryBatch;
import io.quantumleap.core.portfolio.port.EntryBatch.Matched;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Records a whole file of transactions, all of it or nothing, by the stream: memory grows with the instruments in it, not
 * with the rows, but where a ledger names the lots to take, with its open lots. Files into one portfolio are taken one
 * after the other, however many arrive at once. Safe for use by many threads.
 */
public final class ImportTransactions {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final UnitOfWork work;
    private final Recorder recorder;

    /** Works on these ports. */
    public ImportTransactions(
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
     * Records every row that is not in the ledger yet. Rows of one day take effect in file order; a file whose dates
     * descend is taken from its end.
     *
     * @param rows the rows in file order, read once and not kept
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws ConflictException if the rules of the portfolio were changed while the file was read
     */
    public TransactionImport importRows(UserId caller, PortfolioId id, Iterator<? extends TransactionRow> rows) {
        return withFile(caller, id, rows, new Outcome<>() {

            @Override
            public TransactionImport of(CheckedFile file) {
                if (file.matched().fresh() > 0) {
                    recorder.append(file.held(), file.batch(), file.units());
                }
                return new TransactionImport.Done(
                        file.rows(),
                        file.matched().fresh(),
                        file.rows() - file.matched().fresh());
            }

            @Override
            public TransactionImport refused(RowErrors errors) {
                return new TransactionImport.Refused(errors);
            }
        });
    }

    /**
     * Says what would become of a file, and changes nothing.
     *
     * @param rows the rows in file order, read once and not kept
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws ConflictException if the rules of the portfolio were changed while the file was read
     */
    public ImportPreview preview(UserId caller, PortfolioId id, Iterator<? extends TransactionRow> rows) {
        return withFile(caller, id, rows, new Outcome<>() {

            @Override
            public ImportPreview of(CheckedFile file) {
                return file.preview();
            }

            @Override
            public ImportPreview refused(RowErrors errors) {
                return new ImportPreview.Refused(errors);
            }
        });
    }

    /** What is made of a file. */
    private interface Outcome<R> {

        /** It could be recorded. */
        R of(CheckedFile file);

        /** It cannot be recorded. */
        R refused(RowErrors errors);
    }

    private <R> R withFile(
            UserId caller, PortfolioId id, Iterator<? extends TransactionRow> rows, Outcome<? extends R> outcome) {
        return work.run(() -> {
            RowErrors.Collector errors = new RowErrors.Collector();
            try (EntryBatch batch = transactions.open(id)) {
                Portfolio portfolio = OwnedPortfolio.find(portfolios, caller, id);
                FileReading reading = new FileReading(EntryReader.of(portfolio, recorder.today()), batch, errors);
                reading.readAll(rows);
                if (!errors.isEmpty()) {
                    return outcome.refused(errors.errors());
                }
                Portfolio held = OwnedPortfolio.hold(portfolios, caller, id);
                if (!held.policy().equals(portfolio.policy())) {
                    throw new ConflictException(
                            "The portfolio's rules were changed while the file was read. Nothing was imported; import it again.");
                }
                CheckedFile file = checked(held, batch, reading, errors);
                return errors.isEmpty() ? outcome.of(file) : outcome.refused(errors.errors());
            }
        });
    }

    private CheckedFile checked(Portfolio held, EntryBatch batch, FileReading reading, RowErrors.Collector errors) {
        Matched matched = batch.match(reading.order());
        errors.addAll(matched.taken());
        if (!held.ledger().hasRoomFor(matched.fresh())) {
            errors.add(new RowError(0, "", "too-many-transactions", LedgerExtent.full()));
        }
        Set<Symbol> moved = transactions.related(held.id(), reading.movedSymbols());
        Map<Symbol, BigDecimal> units =
                HoldingCheck.check(held.policy().lotMethod(), matched.namesLots(), moved, batch::play, errors);
        CashCheck.check(held, batch, errors);
        return new CheckedFile(held, batch, reading.count(), matched, units);
    }
}
