package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.EntryReader.Reading;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Records a whole file of transactions, all of it or nothing. Files into one portfolio are taken one after the other,
 * however many arrive at once. Safe for use by many threads.
 */
public final class ImportTransactions {

    /** A file is checked as a whole before any of it is stored, so what it may hold is bounded. */
    public static final int MOST_ROWS = 250_000;

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
     * @param rows the rows in file order, read once
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public TransactionImport importRows(UserId caller, PortfolioId id, Iterator<? extends TransactionRow> rows) {
        Portfolio portfolio = OwnedPortfolio.find(portfolios, caller, id);
        RowErrors.Collector errors = new RowErrors.Collector();
        List<Candidate> candidates = read(rows, EntryReader.of(portfolio, recorder.today()), errors);
        if (!errors.isEmpty()) {
            return new TransactionImport.Refused(errors.errors());
        }
        return work.run(() -> book(OwnedPortfolio.hold(portfolios, caller, id), candidates));
    }

    /**
     * Says what would become of a file, and changes nothing.
     *
     * @param rows the rows in file order, read once
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public ImportPreview preview(UserId caller, PortfolioId id, Iterator<? extends TransactionRow> rows) {
        Portfolio portfolio = OwnedPortfolio.find(portfolios, caller, id);
        RowErrors.Collector errors = new RowErrors.Collector();
        List<Candidate> candidates = read(rows, EntryReader.of(portfolio, recorder.today()), errors);
        if (!errors.isEmpty()) {
            return new ImportPreview.Refused(errors.errors());
        }
        return work.run(() -> compare(OwnedPortfolio.find(portfolios, caller, id), candidates));
    }

    private ImportPreview compare(Portfolio portfolio, List<Candidate> candidates) {
        RowErrors.Collector errors = new RowErrors.Collector();
        List<Entry> fresh = additions(portfolio, candidates, errors).fresh().stream()
                .map(addition -> addition.candidate().entry())
                .toList();
        if (!errors.isEmpty()) {
            return new ImportPreview.Refused(errors.errors());
        }
        BookComparison books = new BookComparison(
                portfolio.policy().lotMethod(),
                transactions.effective(portfolio.id()).stream()
                        .map(Transaction::entry)
                        .toList(),
                fresh);
        return new ImportPreview.Possible(
                candidates.size(),
                fresh.size(),
                candidates.size() - fresh.size(),
                fresh.stream().map(Entry::date).min(LocalDate::compareTo).orElse(null),
                fresh.stream().map(Entry::date).max(LocalDate::compareTo).orElse(null),
                books.cash(),
                books.holdings());
    }

    private static List<Candidate> read(
            Iterator<? extends TransactionRow> rows, EntryReader reader, RowErrors.Collector errors) {
        List<Candidate> candidates = new ArrayList<>();
        while (rows.hasNext()) {
            TransactionRow row = rows.next();
            if (candidates.size() == MOST_ROWS) {
                errors.add(new RowError(
                        row.line(),
                        "",
                        "too-many-rows",
                        "A file has at most " + MOST_ROWS + " transactions; divide it, by years for example."));
                break;
            }
            if (row instanceof TransactionRow.Cells cells) {
                Reading reading = reader.read(cells.fields());
                if (reading instanceof Reading.Entered entered) {
                    candidates.add(new Candidate(row.line(), entered.entry()));
                } else if (reading instanceof Reading.Refused refused) {
                    refused.errors().forEach(error -> errors.add(RowError.at(row.line(), error)));
                }
            } else if (row instanceof TransactionRow.Unreadable unreadable) {
                errors.add(unreadable.error());
            }
        }
        if (descends(candidates)) {
            Collections.reverse(candidates);
        }
        return candidates;
    }

    private static boolean descends(List<Candidate> candidates) {
        boolean anyStepDown = false;
        for (int i = 1; i < candidates.size(); i++) {
            LocalDate before = candidates.get(i - 1).entry().date();
            LocalDate date = candidates.get(i).entry().date();
            if (date.isAfter(before)) {
                return false;
            }
            anyStepDown |= date.isBefore(before);
        }
        return anyStepDown;
    }

    private TransactionImport book(Portfolio held, List<Candidate> candidates) {
        RowErrors.Collector errors = new RowErrors.Collector();
        Additions additions = additions(held, candidates, errors);
        if (!errors.isEmpty()) {
            return new TransactionImport.Refused(errors.errors());
        }
        List<Matching.NewEntry> fresh = additions.fresh();
        recorder.append(held, fresh, additions.units());
        return new TransactionImport.Done(candidates.size(), fresh.size(), candidates.size() - fresh.size());
    }

    /** The rows that are not in the ledger yet, and the units of the instruments that they move, after them. */
    private record Additions(List<Matching.NewEntry> fresh, Map<Symbol, BigDecimal> units) {}

    /** Tells the new rows; reports those that cannot be. */
    private Additions additions(Portfolio portfolio, List<Candidate> candidates, RowErrors.Collector errors) {
        List<Matching.NewEntry> fresh = Matching.newEntries(portfolio.id(), candidates, transactions, errors);
        List<Candidate> additions =
                fresh.stream().map(Matching.NewEntry::candidate).toList();
        Map<Symbol, BigDecimal> units = HoldingCheck.check(portfolio, additions, transactions, errors);
        CashCheck.check(portfolio, additions, transactions, errors);
        return new Additions(fresh, units);
    }
}
