package io.quantumleap.core.portfolio;

import java.util.List;

/**
 * Whether what is stored of ledgers is what their transactions add up to.
 *
 * @param portfolios how many ledgers were looked at
 * @param transactions how many transactions they have, reversals included
 * @param postings how many postings these have
 * @param drifts the first differences, at most {@link #MOST_LISTED}
 * @param driftCount how many there are, listed or not
 */
public record Reconciliation(int portfolios, long transactions, long postings, List<Drift> drifts, int driftCount) {

    /** How many differences are listed; the rest is counted. */
    public static final int MOST_LISTED = 100;

    /** Copies the list. */
    public Reconciliation {
        drifts = List.copyOf(drifts);
    }

    /**
     * A difference.
     *
     * @param portfolio the portfolio
     * @param kind {@code balance}, {@code posting}, {@code unposted} or {@code ledger}
     * @param subject what differs: a currency, a symbol or the id of a transaction
     * @param expected what the transactions add up to
     * @param stored what is stored
     */
    public record Drift(PortfolioId portfolio, String kind, String subject, String expected, String stored) {}
}
