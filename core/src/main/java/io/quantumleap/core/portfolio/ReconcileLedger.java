package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.Reconciliation.Drift;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out every balance and every posting of every ledger again, from the transactions alone, and compares them with
 * what is stored. A ledger stands still while it is looked at. For operators; safe for use by many threads.
 */
public final class ReconcileLedger {

    private static final int PAGE = 5_000;
    private static final int PORTFOLIOS_AT_A_TIME = 200;

    private final Transactions transactions;
    private final UnitOfWork work;

    /** Works on these ports. */
    public ReconcileLedger(Transactions transactions, UnitOfWork work) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.work = Objects.requireNonNull(work, "work");
    }

    /** Compares and changes nothing. */
    public Reconciliation reconcile() {
        return look(false);
    }

    /** Replaces balances that drifted, posts what has no postings, and compares then. Postings are never changed. */
    public Reconciliation rebuild() {
        return look(true);
    }

    private Reconciliation look(boolean rebuilding) {
        Findings findings = new Findings();
        Optional<PortfolioId> last = Optional.empty();
        List<PortfolioId> page = transactions.portfolios(null, PORTFOLIOS_AT_A_TIME);
        while (!page.isEmpty()) {
            for (PortfolioId portfolio : page) {
                work.run(() -> {
                    lookAt(portfolio, rebuilding, findings);
                    return true;
                });
            }
            last = Optional.of(page.get(page.size() - 1));
            page = transactions.portfolios(last.get(), PORTFOLIOS_AT_A_TIME);
        }
        return findings.result();
    }

    private void lookAt(PortfolioId portfolio, boolean rebuilding, Findings findings) {
        if (!transactions.keepStill(portfolio)) {
            return;
        }
        findings.portfolios++;
        comparePostings(portfolio, rebuilding, findings);
        try {
            if (rebuilding) {
                new LedgerBooks(transactions).rebuild(portfolio);
            }
            compareBalances(portfolio, findings);
        } catch (InvalidValueException impossible) {
            findings.add(new Drift(portfolio, "ledger", "", "a ledger that can be", impossible.getMessage()));
        }
    }

    private void compareBalances(PortfolioId portfolio, Findings findings) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        Map<String, BigDecimal> stored = new TreeMap<>();
        new LedgerBooks(transactions)
                .balances(portfolio)
                .forEach(balance -> expected.put(subject(balance), balance.amount()));
        transactions.balances(portfolio).forEach(balance -> stored.put(subject(balance), balance.amount()));
        TreeSet<String> subjects = new TreeSet<>(expected.keySet());
        subjects.addAll(stored.keySet());
        for (String subject : subjects) {
            BigDecimal should = expected.getOrDefault(subject, BigDecimal.ZERO);
            BigDecimal is = stored.getOrDefault(subject, BigDecimal.ZERO);
            if (should.compareTo(is) != 0) {
                findings.add(new Drift(portfolio, "balance", subject, should.toPlainString(), is.toPlainString()));
            }
        }
    }

    private static String subject(Balance balance) {
        return balance.kind().code() + " " + balance.unit();
    }

    private void comparePostings(PortfolioId portfolio, boolean rebuilding, Findings findings) {
        long booked = transactions.bookedUntil(portfolio);
        List<Transaction> page = transactions.recorded(portfolio, 0, PAGE);
        while (!page.isEmpty()) {
            Map<TransactionId, List<Posting>> stored = transactions.postings(
                    portfolio, page.stream().map(Transaction::id).toList());
            for (Transaction transaction : page) {
                findings.transactions++;
                List<Posting> is = stored.getOrDefault(transaction.id(), List.of());
                findings.postings += is.size();
                boolean isLeftForRebuild = rebuilding && transaction.sequence() > booked;
                if (!isLeftForRebuild) {
                    compare(portfolio, transaction, is, findings);
                }
            }
            page = transactions.recorded(portfolio, page.get(page.size() - 1).sequence(), PAGE);
        }
    }

    private static void compare(PortfolioId portfolio, Transaction transaction, List<Posting> is, Findings findings) {
        List<Posting> should = Postings.of(transaction);
        if (!should.equals(is)) {
            String kind = is.isEmpty() ? "unposted" : "posting";
            findings.add(new Drift(portfolio, kind, transaction.id().toString(), text(should), text(is)));
        }
    }

    private static String text(List<Posting> postings) {
        List<String> texts = new ArrayList<>();
        for (Posting posting : postings) {
            texts.add(posting.account().code() + " " + posting.amount().amount().toPlainString() + " "
                    + posting.amount().currency()
                    + posting.symbol()
                            .map(symbol -> " " + posting.units().toPlainString() + " " + symbol)
                            .orElse(""));
        }
        return String.join(", ", texts);
    }

    /** Counts and collects; belongs to one run. */
    private static final class Findings {

        private final List<Drift> drifts = new ArrayList<>();
        private int portfolios;
        private long transactions;
        private long postings;
        private int driftCount;

        void add(Drift drift) {
            driftCount++;
            if (drifts.size() < Reconciliation.MOST_LISTED) {
                drifts.add(drift);
            }
        }

        Reconciliation result() {
            return new Reconciliation(portfolios, transactions, postings, drifts, driftCount);
        }
    }
}
