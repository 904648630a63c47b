package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.PortfolioId;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the gains that were told last, so that the pages of a long list do not play the ledger once each. What is kept is bounded by the
 * number of gains, since these are what takes memory. Safe for use by many threads.
 */
final class RecentGains {

    private static final float LOAD_FACTOR = 0.75f;

    private final int most;
    private final Map<Key, GainsView> kept = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private int size;

    /**
     * Nothing yet.
     *
     * @param most how many gains are kept at most
     */
    RecentGains(int most) {
        this.most = most;
    }

    /**
     * Everything that gains depend on.
     *
     * @param from first day, or null
     * @param to last day, or null
     */
    record Key(
            PortfolioId portfolio,
            Revision revision,
            LocalDate today,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    synchronized Optional<GainsView> find(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Those used longest ago make room; more than fit at all are not kept. */
    synchronized void keep(Key key, GainsView view) {
        if (weight(view) > most || kept.containsKey(key)) {
            return;
        }
        kept.put(key, view);
        size += weight(view);
        Iterator<GainsView> eldest = kept.values().iterator();
        while (size > most) {
            size -= weight(eldest.next());
            eldest.remove();
        }
    }

    /** An empty list is something, too. */
    private static int weight(GainsView view) {
        return 1 + view.gains().size();
    }
}
