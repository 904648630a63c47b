package io.quantumleap.core.market.reference.port;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.market.reference.InstrumentFilter;
import io.quantumleap.core.market.reference.InstrumentKind;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InMemoryPages;
import io.quantumleap.core.shared.PageRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reference data in a map, beside prices in others. */
public final class InMemoryInstruments implements Instruments {

    private final InMemoryPriceHistory prices;
    private final Map<Symbol, ReferenceData> described = new TreeMap<>();

    public InMemoryInstruments(InMemoryPriceHistory prices) {
        this.prices = prices;
        prices.alsoKnows(() -> {
            Map<Symbol, java.util.Currency> currencies = new HashMap<>();
            described.forEach((symbol, one) -> currencies.put(symbol, one.currency()));
            return currencies;
        });
    }

    private Map<Symbol, ReferenceData> all() {
        Map<Symbol, ReferenceData> all = new TreeMap<>();
        prices.currencies()
                .forEach((symbol, currency) -> all.put(
                        symbol,
                        new ReferenceData(
                                symbol,
                                currency,
                                "",
                                symbol.value().matches("[A-Z]{3}/[A-Z]{3}")
                                        ? InstrumentKind.CURRENCY_PAIR
                                        : InstrumentKind.OTHER,
                                null,
                                null,
                                null,
                                1)));
        all.putAll(described);
        return all;
    }

    private DescribedInstrument with(ReferenceData reference) {
        Optional<Instrument> priced = prices.instrument(reference.symbol());
        return new DescribedInstrument(
                reference,
                priced.map(Instrument::firstDate).orElse(null),
                priced.map(Instrument::lastDate).orElse(null),
                priced.map(Instrument::priceCount).orElse(0));
    }

    @Override
    public CursorPage<DescribedInstrument> page(InstrumentFilter filter, PageRequest request) {
        List<DescribedInstrument> matching = all().values().stream()
                .filter(one -> filter.isin().isEmpty() || one.isin().equals(filter.isin()))
                .filter(one -> filter.figi().isEmpty() || one.figi().equals(filter.figi()))
                .filter(one ->
                        filter.kind().isEmpty() || one.kind() == filter.kind().get())
                .filter(one ->
                        filter.text().isEmpty() || contains(one, filter.text().get()))
                .map(this::with)
                .toList();
        return InMemoryPages.page(matching, request);
    }

    private static boolean contains(ReferenceData one, String text) {
        return one.symbol().value().contains(text.toUpperCase(Locale.ROOT))
                || one.name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<DescribedInstrument> find(Symbol symbol) {
        return Optional.ofNullable(all().get(symbol)).map(this::with);
    }

    @Override
    public Map<Symbol, ReferenceData> find(Collection<Symbol> symbols) {
        Map<Symbol, ReferenceData> found = all();
        found.keySet().retainAll(symbols);
        return found;
    }

    @Override
    public Map<Symbol, ReferenceData> hold() {
        return all();
    }

    @Override
    public void save(Collection<ReferenceData> changed) {
        Map<Symbol, ReferenceData> next = all();
        changed.forEach(one -> next.put(one.symbol(), one));
        for (ReferenceData one : changed) {
            for (ReferenceData other : next.values()) {
                if (!one.symbol().equals(other.symbol()) && (sharesFigi(one, other) || sharesListing(one, other))) {
                    throw new ConflictException("Two instruments would have one identifier.");
                }
            }
        }
        List<Symbol> moved = changed.stream()
                .filter(one -> !one.calendar()
                        .equals(Optional.ofNullable(all().get(one.symbol())).flatMap(ReferenceData::calendar)))
                .map(ReferenceData::symbol)
                .toList();
        changed.forEach(one -> described.put(one.symbol(), one));
        if (!moved.isEmpty()) {
            prices.touch(moved);
        }
    }

    private static boolean sharesFigi(ReferenceData one, ReferenceData other) {
        return one.figi().isPresent() && one.figi().equals(other.figi());
    }

    private static boolean sharesListing(ReferenceData one, ReferenceData other) {
        return one.isin().isPresent()
                && one.isin().equals(other.isin())
                && one.exchange().equals(other.exchange());
    }
}
