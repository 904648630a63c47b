package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what a valuation could not find: for each symbol the first day that needed it. */
final class MissingPrices {

    private final Map<Symbol, MissingPrice> missing = new TreeMap<>();

    void add(Symbol symbol, LocalDate needed, boolean exchangeRate) {
        missing.merge(
                symbol,
                new MissingPrice(symbol, needed, exchangeRate),
                (one, other) -> one.needed().isAfter(other.needed()) ? other : one);
    }

    List<MissingPrice> list() {
        return List.copyOf(missing.values());
    }

    /** The value, unless something that it was made of was missing. */
    <T> Valued<T> unlessAny(T value) {
        return missing.isEmpty() ? new Valued.Known<>(value) : new Valued.Unmeasurable<>(list());
    }
}
