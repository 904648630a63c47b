package io.quantumleap.core.valuation;

import io.quantumleap.core.shared.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the value of a day stands on that its reader should know of: prices and rates that are older than they may be, and rates that
 * go through a third currency. Weekends and holidays of an instrument's exchange make no price old.
 *
 * @param staleHoldings how many holdings had a price, or a rate that converts it, that was carried forward over more trading days
 *     than prices may be
 * @param staleValue what these holdings, and cash that a stale rate converts, are worth in the base currency; what is owed counts as
 *     if it were owned, so that nothing hides behind a debt
 * @param staleRates the currencies whose rate into the base currency was stale
 * @param crossRates for each currency that was converted through a third one, that one
 */
public record Provenance(
        int staleHoldings, Money staleValue, Set<Currency> staleRates, Map<Currency, Currency> crossRates) {

    /** Copies the collections. */
    public Provenance {
        Objects.requireNonNull(staleValue, "staleValue");
        staleRates = Set.copyOf(staleRates);
        crossRates = Map.copyOf(crossRates);
    }

    /** That of a day of which there is nothing to say. */
    public static Provenance fresh(Currency base) {
        return new Provenance(0, Money.zero(base), Set.of(), Map.of());
    }

    /** Whether any price or rate was older than it may be. */
    public boolean isStale() {
        return staleHoldings > 0 || !staleRates.isEmpty();
    }
}
