package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.shared.UserId;

/** Finds out whether anything was lost, doubled or left half done. */
final class Drift {

    private static final String HALF_FILES = "select count(*) from (select split_part(external_id, '~', 1)"
            + " from ledger_transaction where external_id like '%~%' and reversal_of is null"
            + " group by portfolio_id, split_part(external_id, '~', 1) having count(*) <> " + Business.ROWS_IN_A_FILE
            + ") f";

    private static final String MISCOUNTED = "select count(*) from portfolio p where transaction_count <>"
            + " (select count(*) from ledger_transaction t where t.portfolio_id = p.id) or (transaction_count > 0 and"
            + " transaction_count <> (select max(sequence) from ledger_transaction t where t.portfolio_id = p.id))";

    /** Every change of a ledger brings the next version and one event: versions 2, 3, 4 ... each exactly once. */
    private static final String UNTOLD = "select count(*) from portfolio p where version - 1 <>"
            + " (select count(*) from tally y where y.portfolio = p.id) or version - 1 <>"
            + " (select count(distinct version) from tally y where y.portfolio = p.id)";

    private static final String OUT_OF_ORDER = "select count(*) from tally a join tally b on a.portfolio = b.portfolio"
            + " and a.number < b.number and a.version > b.version";

    private Drift() {}

    /** Delivers what is left and looks everywhere. */
    static void isNone(Books books, UserId owner, Iterable<PortfolioId> portfolios) {
        books.deliverEverything();
        assertThat(books.number(HALF_FILES)).as("files that are half there").isZero();
        assertThat(books.number(MISCOUNTED)).as("ledgers with a gap").isZero();
        assertThat(books.number(UNTOLD)).as("changes lost or told twice").isZero();
        assertThat(books.number(OUT_OF_ORDER)).as("changes told out of order").isZero();
        assertThat(books.queue.deadLetters(1)).isEmpty();
        assertThat(new ReconcileLedger(books.transactions, books.work)
                        .reconcile()
                        .drifts())
                .as("balances and postings that are not what the transactions add up to")
                .isEmpty();
        for (PortfolioId portfolio : portfolios) {
            assertThat(books.viewHoldings.view(owner, portfolio, null))
                    .as("holdings from stored states and from the beginning")
                    .isEqualTo(books.computedHoldings.view(owner, portfolio, null));
            assertThat(books.valuePortfolio.daily(owner, portfolio, null, null))
                    .as("stored daily values and those computed from the beginning")
                    .isEqualTo(books.computedValues.daily(owner, portfolio, null, null));
        }
    }
}
