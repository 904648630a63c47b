package io.quantumleap.core.market.port;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PricePoint;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Quote;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InMemoryPages;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Prices in maps. */
public final class InMemoryPriceHistory implements PriceHistory {

    private final Map<Symbol, NavigableMap<LocalDate, BigDecimal>> closes = new TreeMap<>();
    private final Map<Symbol, Currency> currencies = new TreeMap<>();
    private final NavigableMap<Long, Map<Symbol, LocalDate>> changes = new TreeMap<>();
    private long revision;

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public CursorPage<Instrument> instruments(PageRequest request) {
        return InMemoryPages.page(
                closes.keySet().stream()
                        .flatMap(symbol -> instrument(symbol).stream())
                        .toList(),
                request);
    }

    @Override
    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(closes.get(symbol))
                .map(days ->
                        new Instrument(symbol, currencies.get(symbol), days.firstKey(), days.lastKey(), days.size()));
    }

    @Override
    public Map<Symbol, Currency> currencies() {
        return Map.copyOf(currencies);
    }

    @Override
    public Map<Symbol, PriceSeries> series(Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        Map<Symbol, PriceSeries> found = new HashMap<>();
        for (Symbol symbol : symbols) {
            NavigableMap<LocalDate, BigDecimal> days = closes.getOrDefault(symbol, new TreeMap<>());
            LocalDate before = days.lowerKey(from);
            NavigableMap<LocalDate, BigDecimal> part =
                    days.headMap(to, true).tailMap(before == null ? from : before, true);
            if (!part.isEmpty()) {
                found.put(
                        symbol,
                        new PriceSeries(
                                symbol,
                                currencies.get(symbol),
                                part.keySet().stream()
                                        .mapToLong(LocalDate::toEpochDay)
                                        .toArray(),
                                part.values().toArray(BigDecimal[]::new)));
            }
        }
        return found;
    }

    @Override
    public Map<Symbol, Quote> latest(Collection<Symbol> symbols, LocalDate onOrBefore) {
        Map<Symbol, Quote> found = new HashMap<>();
        for (Symbol symbol : symbols) {
            Map.Entry<LocalDate, BigDecimal> entry =
                    closes.getOrDefault(symbol, new TreeMap<>()).floorEntry(onOrBefore);
            if (entry != null) {
                found.put(
                        symbol, new Quote(symbol, entry.getKey(), new Money(entry.getValue(), currencies.get(symbol))));
            }
        }
        return found;
    }

    @Override
    public Optional<LocalDate> firstChange(Collection<Symbol> symbols, long after) {
        return changes.tailMap(after, false).values().stream()
                .flatMap(changed -> symbols.stream().map(changed::get))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public PriceBatch open() {
        return new Batch();
    }

    private record Added(int line, Symbol symbol, Currency currency, PricePoint price) {}

    private final class Batch implements PriceBatch {

        private final List<Added> added = new ArrayList<>();

        @Override
        public void add(int line, Symbol symbol, Currency currency, PricePoint price) {
            added.add(new Added(line, symbol, currency, price));
        }

        @Override
        public RowErrors contradictions() {
            RowErrors.Collector errors = new RowErrors.Collector();
            Map<List<Object>, BigDecimal> first = new HashMap<>();
            for (Added one : added) {
                BigDecimal close = first.putIfAbsent(
                        List.of(one.symbol(), one.price().date()), one.price().close());
                if (close != null && close.compareTo(one.price().close()) != 0) {
                    errors.add(new RowError(one.line(), "close", "contradiction", "Two closes for one day."));
                }
            }
            return errors.errors();
        }

        @Override
        public Counts merge() {
            int isNew = 0;
            int corrected = 0;
            Map<Symbol, LocalDate> changed = new TreeMap<>();
            for (Added one : added) {
                currencies.putIfAbsent(one.symbol(), one.currency());
                BigDecimal before = closes.computeIfAbsent(one.symbol(), none -> new TreeMap<>())
                        .put(one.price().date(), one.price().close());
                if (before == null) {
                    isNew++;
                } else if (before.compareTo(one.price().close()) != 0) {
                    corrected++;
                } else {
                    continue;
                }
                changed.merge(one.symbol(), one.price().date(), InMemoryPriceHistory::earlier);
            }
            if (isNew + corrected > 0) {
                revision++;
                changes.put(revision, changed);
            }
            return new Counts(isNew, corrected, changed);
        }

        @Override
        public void close() {
            added.clear();
        }
    }
}
