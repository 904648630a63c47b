package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.BookState;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Lot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as it is played: from the beginning, or from a checkpoint on.
 *
 * @param start where it begins, or null for the beginning
 * @param entries the entries after the day of the checkpoint, in effect order
 */
record LedgerTail(@Nullable Checkpoint start, List<Entry> entries) {

    boolean isEmpty() {
        return start == null && entries.isEmpty();
    }

    /** The day of the first entry of the whole ledger, which is not empty. */
    LocalDate first() {
        return start == null ? entries.get(0).date() : start.first();
    }

    /** The last day that is not to be walked again. */
    Optional<LocalDate> done() {
        return Optional.ofNullable(start).map(Checkpoint::day);
    }

    /** How many entries count in the whole ledger. */
    int count() {
        return entries.size() + (start == null ? 0 : start.entryCount());
    }

    /** The ledger up to a day, which is not before the checkpoint. */
    LedgerTail until(LocalDate day) {
        return new LedgerTail(
                start,
                entries.stream().filter(entry -> !entry.date().isAfter(day)).toList());
    }

    /** The day of the last entry of the whole ledger. */
    Optional<LocalDate> last() {
        return entries.isEmpty()
                ? Optional.ofNullable(start).map(Checkpoint::last)
                : Optional.of(entries.get(entries.size() - 1).date());
    }

    BookState book() {
        return start == null ? BookState.EMPTY : start.book();
    }

    LedgerTotals totals(Currency base) {
        return start == null ? LedgerTotals.none(base) : start.totals();
    }

    /** The instruments of which something was ever held. */
    Set<Symbol> everHeld() {
        Set<Symbol> held = new TreeSet<>(Sources.everHeld(entries));
        if (start != null) {
            held.addAll(start.everHeld());
        }
        return held;
    }

    /** The currencies of all entries. */
    Set<Currency> currencies() {
        Set<Currency> currencies = new HashSet<>();
        entries.forEach(entry -> {
            currencies.add(entry.currency());
            entry.toAmount().ifPresent(bought -> currencies.add(bought.currency()));
        });
        if (start != null) {
            currencies.addAll(start.currencies());
        }
        return currencies;
    }

    List<SplitMark> splits() {
        List<SplitMark> splits = new ArrayList<>();
        if (start != null) {
            splits.addAll(start.splits());
        }
        splits.addAll(SplitMark.among(entries));
        return splits;
    }

    /** The first day on which an exchange rate may be asked for: costs are converted at the rates of the days they were paid. */
    LocalDate firstRate(Currency base) {
        Stream<LocalDate> ofLots = start == null
                ? Stream.of(first())
                : start.book().positions().stream()
                        .flatMap(position -> position.lots().stream())
                        .filter(lot -> !lot.cost().currency().equals(base))
                        .map(Lot::paid);
        Stream<LocalDate> ofEntries =
                entries.stream().filter(entry -> !entry.currency().equals(base)).map(Entry::paid);
        LocalDate latest = done().orElseGet(this::first);
        return Stream.concat(ofLots, ofEntries)
                .filter(paid -> paid.isBefore(latest))
                .min(LocalDate::compareTo)
                .orElse(latest);
    }
}
