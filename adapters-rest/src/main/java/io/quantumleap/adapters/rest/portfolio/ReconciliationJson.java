package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.Reconciliation;
import java.util.List;

/** What a reconciliation found as JSON. */
public record ReconciliationJson(
        int portfolios, long transactions, long postings, int driftCount, List<DriftJson> drifts) {

    /** One difference. */
    public record DriftJson(String portfolioId, String kind, String subject, String expected, String stored) {}

    static ReconciliationJson of(Reconciliation found) {
        return new ReconciliationJson(
                found.portfolios(),
                found.transactions(),
                found.postings(),
                found.driftCount(),
                found.drifts().stream()
                        .map(drift -> new DriftJson(
                                drift.portfolio().toString(),
                                drift.kind(),
                                drift.subject(),
                                drift.expected(),
                                drift.stored()))
                        .toList());
    }
}
