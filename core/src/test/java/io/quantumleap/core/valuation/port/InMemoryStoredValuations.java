package io.quantumleap.core.valuation.port;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.valuation.Checkpoint;
import io.quantumleap.core.valuation.ValuationStamp;
import io.quantumleap.core.valuation.ValuedDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Valuations in maps; for one thread at a time. */
public final class InMemoryStoredValuations implements StoredValuations {

    private boolean claimed;
    private final Map<PortfolioId, ValuationStamp> stamps = new HashMap<>();
    private final Map<PortfolioId, NavigableMap<LocalDate, ValuedDay>> days = new HashMap<>();
    private final Map<PortfolioId, NavigableMap<LocalDate, Checkpoint>> checkpoints = new HashMap<>();

    @Override
    public Optional<ValuationStamp> stamp(PortfolioId portfolio) {
        return Optional.ofNullable(stamps.get(portfolio));
    }

    /** Somebody else is at all values from now on, or no longer. */
    public void claimedByAnother(boolean claimed) {
        this.claimed = claimed;
    }

    @Override
    public boolean claim(PortfolioId portfolio) {
        return !claimed;
    }

    @Override
    public Optional<ValuationStamp> hold(PortfolioId portfolio) {
        return stamp(portfolio);
    }

    @Override
    public Optional<Checkpoint> checkpointBefore(PortfolioId portfolio, LocalDate day) {
        return Optional.ofNullable(checkpointsOf(portfolio).lowerEntry(day)).map(Map.Entry::getValue);
    }

    @Override
    public Optional<List<ValuedDay>> days(
            PortfolioId portfolio, long generation, @Nullable LocalDate from, @Nullable LocalDate to) {
        return stamp(portfolio)
                .filter(stamp -> stamp.generation() == generation)
                .map(stamp -> daysOf(portfolio).values().stream()
                        .filter(day -> from == null || !day.value().date().isBefore(from))
                        .filter(day -> to == null || !day.value().date().isAfter(to))
                        .toList());
    }

    @Override
    public long[] epochDays(PortfolioId portfolio, LocalDate to) {
        return daysOf(portfolio).headMap(to, true).keySet().stream()
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
    }

    @Override
    public List<LocalDate> checkpointDays(PortfolioId portfolio) {
        return List.copyOf(checkpointsOf(portfolio).keySet());
    }

    @Override
    public void replace(
            PortfolioId portfolio,
            ValuationStamp stamp,
            @Nullable LocalDate after,
            List<ValuedDay> values,
            Collection<Checkpoint> states) {
        stamps.put(portfolio, stamp);
        if (after == null) {
            daysOf(portfolio).clear();
            checkpointsOf(portfolio).clear();
        } else {
            daysOf(portfolio).tailMap(after, false).clear();
            checkpointsOf(portfolio).tailMap(after, false).clear();
        }
        values.forEach(day -> daysOf(portfolio).put(day.value().date(), day));
        states.forEach(state -> checkpointsOf(portfolio).put(state.day(), state));
    }

    @Override
    public void forgetCheckpoints(PortfolioId portfolio, Collection<LocalDate> forgotten) {
        checkpointsOf(portfolio).keySet().removeAll(forgotten);
    }

    private NavigableMap<LocalDate, ValuedDay> daysOf(PortfolioId portfolio) {
        return days.computeIfAbsent(portfolio, none -> new TreeMap<>());
    }

    private NavigableMap<LocalDate, Checkpoint> checkpointsOf(PortfolioId portfolio) {
        return checkpoints.computeIfAbsent(portfolio, none -> new TreeMap<>());
    }
}
