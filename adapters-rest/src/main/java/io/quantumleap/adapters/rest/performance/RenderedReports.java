package io.quantumleap.adapters.rest.performance;

import io.quantumleap.analytics.performance.PerformanceReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Queue;

/**
 * Renders each report once: the use case gives the same object as long as nothing changed. Keyed by the object itself, so
 * that no two callers can share one. Safe for use by many threads.
 */
@ApplicationScoped
public class RenderedReports {

    private static final int KEPT = 128;

    private final IdentityHashMap<PerformanceReport, RenderedReport> kept = new IdentityHashMap<>();
    private final Queue<PerformanceReport> inOrder = new ArrayDeque<>();

    /** A memory that holds nothing yet. */
    public RenderedReports() {}

    RenderedReport render(PerformanceReport report) {
        synchronized (kept) {
            RenderedReport known = kept.get(report);
            if (known != null) {
                return known;
            }
        }
        RenderedReport rendered = RenderedReport.of(report);
        keep(report, rendered);
        return rendered;
    }

    private void keep(PerformanceReport report, RenderedReport rendered) {
        synchronized (kept) {
            if (kept.put(report, rendered) == null) {
                inOrder.add(report);
            }
            if (inOrder.size() > KEPT) {
                kept.remove(inOrder.remove());
            }
        }
    }
}
