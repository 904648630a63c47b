package io.quantumleap.core.market.port;

import io.quantumleap.core.market.Instrument;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
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
import java.util.function.Supplier;

/** Prices in maps. */
public final class InMemoryPriceHistory implements PriceHistory {

    private final Map<Symbol, NavigableMap<LocalDate, Stored>> stored = new TreeMap<>();
    private final Map<Symbol, Currency> currencies = new TreeMap<>();
    private final NavigableMap<Long, Map<Symbol, LocalDate>> changes = new TreeMap<>();
    private Supplier<Map<Symbol, Currency>> described = Map::of;
    private long revision;

    /** Instruments that are known though they have no price. */
    public void alsoKnows(Supplier<Map<Symbol, Currency>> instruments) {
        described = instruments;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public CursorPage<Instrument> instruments(PageRequest request) {
        return InMemoryPages.page(
                stored.keySet().stream()
                        .flatMap(symbol -> instrument(symbol).stream())
                        .toList(),
                request);
    }

    @Override
    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(stored.get(symbol))
                .map(days ->
                        new Instrument(symbol, currencies.get(symbol), days.firstKey(), days.lastKey(), days.size()));
    }

    @Override
    public Map<Symbol, Currency> currencies() {
        Map<Symbol, Currency> known = new HashMap<>(described.get());
        known.putAll(currencies);
        return Map.copyOf(known);
    }

    @Override
    public Optional<Currency> currency(Symbol symbol) {
        return Optional.ofNullable(currencies().get(symbol));
    }

    @Override
    public Map<Symbol, PriceSeries> series(Collection<Symbol> symbols, LocalDate from, LocalDate to) {
        Map<Symbol, PriceSeries> found = new HashMap<>();
        for (Symbol symbol : symbols) {
            NavigableMap<LocalDate, Stored> days = days(symbol);
            LocalDate before = days.lowerKey(from);
            NavigableMap<LocalDate, Stored> part = days.headMap(to, true).tailMap(before == null ? from : before, true);
            if (!part.isEmpty()) {
                found.put(
                        symbol,
                        new PriceSeries(
                                symbol,
                                currencies.get(symbol),
                                part.keySet().stream()
                                        .mapToLong(LocalDate::toEpochDay)
                                        .toArray(),
                                part.values().stream()
                                        .map(one -> one.bar().close())
                                        .toArray(BigDecimal[]::new)));
            }
        }
        return found;
    }

    @Override
    public Map<Symbol, Quote> latest(Collection<Symbol> symbols, LocalDate onOrBefore) {
        Map<Symbol, Quote> found = new HashMap<>();
        for (Symbol symbol : symbols) {
            Map.Entry<LocalDate, Stored> entry = days(symbol).floorEntry(onOrBefore);
            if (entry != null) {
                found.put(
                        symbol,
                        new Quote(
                                symbol,
                                entry.getKey(),
                                new Money(entry.getValue().bar().close(), currencies.get(symbol))));
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

    /** Counts all prices of instruments as changed. */
    public void touch(Collection<Symbol> symbols) {
        revision++;
        Map<Symbol, LocalDate> since = new HashMap<>();
        symbols.forEach(symbol -> since.put(symbol, LocalDate.MIN));
        changes.put(revision, since);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public List<PriceBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
        return List.copyOf(days(symbol).subMap(from, true, to, true).values().stream()
                .map(Stored::bar)
                .toList());
    }

    @Override
    public Optional<PriceOrigin> origin(Symbol symbol, LocalDate date) {
        return Optional.ofNullable(days(symbol).get(date)).map(Stored::origin);
    }

    private NavigableMap<LocalDate, Stored> days(Symbol symbol) {
        return stored.getOrDefault(symbol, new TreeMap<>());
    }

    @Override
    public PriceBatch open(PriceOrigin origin) {
        return new Batch(origin);
    }

    private record Stored(PriceBar bar, PriceOrigin origin) {}

    private record Added(int line, Symbol symbol, Currency currency, PriceBar bar) {}

    private final class Batch implements PriceBatch {

        private final PriceOrigin origin;
        private final List<Added> added = new ArrayList<>();

        Batch(PriceOrigin origin) {
            this.origin = origin;
        }

        @Override
        public void add(int line, Symbol symbol, Currency currency, PriceBar bar) {
            added.add(new Added(line, symbol, currency, bar));
        }

        @Override
        public RowErrors contradictions() {
            RowErrors.Collector errors = new RowErrors.Collector();
            Map<List<Object>, PriceBar> first = new HashMap<>();
            for (Added one : added) {
                PriceBar known =
                        first.putIfAbsent(List.of(one.symbol(), one.bar().date()), one.bar());
                for (String column : known == null ? List.<String>of() : differences(known, one.bar())) {
                    errors.add(new RowError(one.line(), column, "contradiction", "Two of them for one day."));
                }
            }
            return errors.errors();
        }

        private static List<String> differences(PriceBar one, PriceBar other) {
            List<String> names = new ArrayList<>();
            if (one.close().compareTo(other.close()) != 0) {
                names.add("close");
            } else if (differ(one.open(), other.open())
                    || differ(one.high(), other.high())
                    || differ(one.low(), other.low())
                    || differ(one.volume(), other.volume())) {
                names.add("");
            }
            return names;
        }

        private static boolean differ(BigDecimal one, BigDecimal other) {
            return one != null && other != null && one.compareTo(other) != 0;
        }

        @Override
        public Counts merge() {
            int isNew = 0;
            int corrected = 0;
            Map<Symbol, LocalDate> since = new HashMap<>();
            for (Added one : added) {
                currencies.putIfAbsent(one.symbol(), one.currency());
                NavigableMap<LocalDate, Stored> days = stored.computeIfAbsent(one.symbol(), none -> new TreeMap<>());
                LocalDate day = one.bar().date();
                Stored before = days.get(day);
                if (before == null) {
                    isNew++;
                } else if (origin.mayCorrect(before.origin()) && changes(before.bar(), one.bar())) {
                    corrected++;
                } else {
                    continue;
                }
                days.put(day, new Stored(before == null ? one.bar() : filled(one.bar(), before.bar()), origin));
                since.merge(one.symbol(), day, InMemoryPriceHistory::earlier);
            }
            if (isNew + corrected > 0) {
                revision++;
                changes.put(revision, since);
            }
            return new Counts(isNew, corrected, since);
        }

        private static boolean changes(PriceBar before, PriceBar now) {
            return before.close().compareTo(now.close()) != 0
                    || changes(before.open(), now.open())
                    || changes(before.high(), now.high())
                    || changes(before.low(), now.low())
                    || changes(before.volume(), now.volume());
        }

        private static boolean changes(BigDecimal before, BigDecimal now) {
            return now != null && (before == null || before.compareTo(now) != 0);
        }

        private static PriceBar filled(PriceBar now, PriceBar before) {
            return new PriceBar(
                    now.date(),
                    now.close(),
                    now.opening().orElse(before.open()),
                    now.highest().orElse(before.high()),
                    now.lowest().orElse(before.low()),
                    now.traded().orElse(before.volume()));
        }

        @Override
        public void close() {
            added.clear();
        }
    }
}
