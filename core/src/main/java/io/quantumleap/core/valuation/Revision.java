package io.quantumleap.core.valuation;

/**
 * What a valuation was computed from: while both numbers stay, so does every value.
 *
 * @param portfolio the version of the portfolio and its ledger
 * @param prices the revision of all prices
 */
public record Revision(long portfolio, long prices) {}
