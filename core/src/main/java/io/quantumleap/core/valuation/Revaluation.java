package io.quantumleap.core.valuation;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.valuation.port.StoredValuations;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps stored values current: what a later transaction or price has touched is computed again from that day on, and the rest stays.
 * What comes out is what a computation from the beginning would give, to the last digit.
 */
final class Revaluation {

    private final Sources sources;
    private final StoredValuations valuations;
    private final UnitOfWork work;

    Revaluation(Sources sources, StoredValuations valuations, UnitOfWork work) {
        this.sources = sources;
        this.valuations = valuations;
        this.work = work;
    }

    /**
     * The current values of a range of days; prices that are missing anywhere in the ledger's life make all of it unmeasurable.
     *
     * @return empty if they are out of date and somebody else is computing them at this moment
     */
    Optional<Valued<List<ValuedDay>>> days(Portfolio portfolio, @Nullable LocalDate from, @Nullable LocalDate to) {
        return ifCurrent(portfolio)
                .flatMap(stamp -> valuations.days(portfolio.id(), stamp.generation(), from, to))
                .<Optional<Valued<List<ValuedDay>>>>map(days -> Optional.of(new Valued.Known<>(days)))
                .orElseGet(() -> work.run(() -> refreshed(portfolio, stamp -> valuations
                        .days(portfolio.id(), stamp.generation(), from, to)
                        .orElseThrow())));
    }

    /** Brings the stored values up to date, unless prices are missing or somebody else is at it. */
    void refresh(Portfolio portfolio) {
        if (ifCurrent(portfolio).isEmpty()) {
            work.run(() -> refreshed(portfolio, ValuationStamp::generation));
        }
    }

    private Optional<ValuationStamp> ifCurrent(Portfolio portfolio) {
        return valuations.stamp(portfolio.id()).filter(stamp -> isCurrent(portfolio, stamp));
    }

    private boolean isCurrent(Portfolio portfolio, ValuationStamp stamp) {
        return stamp.basis().equals(basis(portfolio))
                && sources.ledgerChange(portfolio, stamp).isEmpty()
                && sources.priceChange(stamp).isEmpty();
    }

    private String basis(Portfolio portfolio) {
        return ValuationBasis.of(portfolio, sources.staleAfter());
    }

    /** The stamp is held from here on, so that two refreshes do not get in each other's way. */
    private <T> Optional<Valued<T>> refreshed(
            Portfolio portfolio, Function<? super ValuationStamp, ? extends T> result) {
        return valuations.claim(portfolio.id()) ? Optional.of(refreshedAlone(portfolio, result)) : Optional.empty();
    }

    private <T> Valued<T> refreshedAlone(Portfolio portfolio, Function<? super ValuationStamp, ? extends T> result) {
        ValuationStamp stamp = valuations.hold(portfolio.id()).orElse(null);
        if (stamp != null && isCurrent(portfolio, stamp)) {
            return new Valued.Known<>(result.apply(stamp));
        }
        return revalue(portfolio, stamp).map(result);
    }

    private Valued<ValuationStamp> revalue(Portfolio portfolio, @Nullable ValuationStamp stamp) {
        // Asked first: what changes while the rest is read is then computed once more, and never taken for known.
        long sequence = sources.lastSequence(portfolio);
        long priceRevision = sources.priceRevision();
        LedgerTail ledger = stillGood(portfolio, stamp);
        if (ledger.isEmpty()) {
            return new Valued.Known<>(store(portfolio, stamp, sequence, priceRevision));
        }
        MissingPrices missing = new MissingPrices();
        Sources.WalkPrices prices = sources.walkPrices(portfolio, ledger, missing);
        List<LocalDate> days = prices.days().days();
        ValuationWalk walk = new ValuationWalk(portfolio, ledger, prices, missing);
        List<ValuedDay> values = walk.over(days, ValuationDays.remembered(days));
        ValuationStamp next = new ValuationStamp(
                stamp == null ? 1 : stamp.generation() + 1,
                sequence,
                priceRevision,
                basis(portfolio),
                ledger.everHeld(),
                prices.pricedBy(),
                prices.days().lastClose());
        Valued<ValuationStamp> outcome = missing.unlessAny(next);
        if (outcome instanceof Valued.Known<ValuationStamp>) {
            valuations.replace(portfolio.id(), next, ledger.done().orElse(null), values, walk.checkpoints());
            thinOut(portfolio);
        }
        return outcome;
    }

    /** Everything was undone: there is nothing to value. */
    private ValuationStamp store(
            Portfolio portfolio, @Nullable ValuationStamp stamp, long sequence, long priceRevision) {
        ValuationStamp none = new ValuationStamp(
                stamp == null ? 1 : stamp.generation() + 1,
                sequence,
                priceRevision,
                basis(portfolio),
                Set.of(),
                Set.of(),
                null);
        valuations.replace(portfolio.id(), none, null, List.of(), List.of());
        return none;
    }

    private void thinOut(Portfolio portfolio) {
        List<LocalDate> kept = valuations.checkpointDays(portfolio.id());
        Set<LocalDate> worthIt = ValuationDays.remembered(kept);
        List<LocalDate> others =
                kept.stream().filter(day -> !worthIt.contains(day)).toList();
        if (!others.isEmpty()) {
            valuations.forgetCheckpoints(portfolio.id(), others);
        }
    }

    /** The ledger from the latest checkpoint on whose past still holds. */
    private LedgerTail stillGood(Portfolio portfolio, @Nullable ValuationStamp stamp) {
        if (stamp == null || !stamp.basis().equals(basis(portfolio))) {
            return sources.wholeLedger(portfolio);
        }
        Optional<LocalDate> ledgerChange = sources.ledgerChange(portfolio, stamp);
        Optional<LocalDate> priceChange = sources.priceChange(stamp);
        LocalDate before = ledgerChange.orElse(LocalDate.MAX);
        if (priceChange.isPresent()) {
            before = earlier(earlier(before, priceChange.get()), afterLastClose(stamp));
        }
        LedgerTail ledger = sources.ledgerBefore(portfolio, before);
        Set<Symbol> everHeld = ledger.everHeld();
        if (everHeld.equals(stamp.everHeld()) || ledger.done().isEmpty()) {
            return ledger;
        }
        if (ledger.done().get().isAfter(stamp.lastClose().orElse(LocalDate.MIN))) {
            ledger = sources.ledgerBefore(portfolio, afterLastClose(stamp));
        }
        return changesPastDays(portfolio, stamp, ledger) ? sources.wholeLedger(portfolio) : ledger;
    }

    /** Days after the last close are valued because of their entries alone, until a later close comes. */
    private static LocalDate afterLastClose(ValuationStamp stamp) {
        return stamp.lastClose().map(day -> day.plusDays(1)).orElse(LocalDate.MIN);
    }

    /**
     * Whether other instruments than before bring or take valuation days in the past: a day is one when any instrument that was ever
     * held has a close.
     */
    private boolean changesPastDays(Portfolio portfolio, ValuationStamp stamp, LedgerTail ledger) {
        LocalDate done = ledger.done().orElse(null);
        if (done == null) {
            return false;
        }
        Set<Symbol> added = new HashSet<>(ledger.everHeld());
        if (!added.containsAll(stamp.everHeld())) {
            return true;
        }
        added.removeAll(stamp.everHeld());
        long[] known = valuations.epochDays(portfolio.id(), done);
        long first = ledger.first().toEpochDay();
        Map<Symbol, PriceSeries> series = sources.series(added, ledger.first(), done);
        return series.values().stream()
                .flatMapToLong(whole -> Arrays.stream(whole.epochDays()))
                .filter(day -> day >= first && day <= done.toEpochDay())
                .anyMatch(day -> Arrays.binarySearch(known, day) < 0);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
