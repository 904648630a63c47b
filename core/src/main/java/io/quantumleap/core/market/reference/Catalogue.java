package io.quantumleap.core.market.reference;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.FieldError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All instruments while some are changed: who has which identifier, and what is different from before. Not safe for use by
 * many threads.
 */
final class Catalogue {

    private final Map<Symbol, ReferenceData> known;
    private final Map<Figi, Symbol> figis = new HashMap<>();
    private final Map<List<Object>, Symbol> listings = new HashMap<>();
    private final Map<Symbol, ReferenceData> changed = new LinkedHashMap<>();

    Catalogue(Map<Symbol, ReferenceData> known) {
        this.known = new HashMap<>(known);
        known.values().forEach(this::index);
    }

    Optional<ReferenceData> find(Symbol symbol) {
        return Optional.ofNullable(known.get(symbol));
    }

    /** Why it cannot stand beside the others. */
    Optional<FieldError> conflict(ReferenceData wanted) {
        Optional<Symbol> sameFigi = wanted.figi().map(figis::get).filter(other -> !other.equals(wanted.symbol()));
        if (sameFigi.isPresent()) {
            return Optional.of(new FieldError("figi", "taken", "The FIGI names " + sameFigi.get() + " already."));
        }
        return listing(wanted)
                .map(listings::get)
                .filter(other -> !other.equals(wanted.symbol()))
                .map(other ->
                        new FieldError("isin", "taken", "The ISIN names " + other + " already, at the same exchange."));
    }

    /** Takes one in that stands against no other. Returns whether anything is different from before. */
    boolean put(ReferenceData wanted) {
        ReferenceData before = known.get(wanted.symbol());
        if (before != null && wanted.saysTheSameAs(before)) {
            return false;
        }
        if (before != null) {
            before.figi().ifPresent(figis::remove);
            listing(before).ifPresent(listings::remove);
        }
        ReferenceData now = wanted.withVersion(before == null ? 1 : before.version() + 1);
        known.put(now.symbol(), now);
        changed.put(now.symbol(), now);
        index(now);
        return true;
    }

    Map<Symbol, ReferenceData> changed() {
        return changed;
    }

    private void index(ReferenceData one) {
        one.figi().ifPresent(figi -> figis.put(figi, one.symbol()));
        listing(one).ifPresent(listing -> listings.put(listing, one.symbol()));
    }

    private static Optional<List<Object>> listing(ReferenceData one) {
        return one.isin().map(isin -> List.of(isin, one.exchange()));
    }
}
