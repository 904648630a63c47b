package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes sure that a portfolio without overdraft ends no day with less than no cash in a currency. */
final class CashCheck {

    private final Map<String, NavigableMap<LocalDate, Money>> days = new HashMap<>();

    private CashCheck(Stream<Entry> entries) {
        entries.forEach(entry -> entry.cashEffects().forEach(effect -> {
            if (effect.signum() != 0) {
                days.computeIfAbsent(effect.currency().getCurrencyCode(), none -> new TreeMap<>())
                        .merge(entry.date(), effect, Money::plus);
            }
        }));
    }

    /** A day that ends below zero. */
    record Overdrawn(LocalDate day, Money cash) {

        String message() {
            return "At the end of " + day + " the cash would be " + cash + ", and this portfolio has no overdraft.";
        }
    }

    /** The first day below zero, if these entries were all. */
    static Optional<Overdrawn> firstOverdrawn(Stream<Entry> entries) {
        return new CashCheck(entries).first();
    }

    /** Reports the new entries that take cash that is not there, unless the portfolio allows an overdraft. */
    static void check(
            Portfolio held, List<Candidate> candidates, Transactions transactions, RowErrors.Collector errors) {
        if (held.policy().overdraftAllowed()) {
            return;
        }
        Stream<Entry> recorded = transactions.effective(held.id()).stream().map(Transaction::entry);
        Stream<Entry> fresh = candidates.stream().map(Candidate::entry);
        firstOverdrawn(Stream.concat(recorded, fresh)).ifPresent(overdrawn -> {
            int line = lastTaker(candidates, overdrawn).map(Candidate::line).orElse(0);
            errors.add(new RowError(line, "amount", "overdrawn", overdrawn.message()));
        });
    }

    private static Optional<Candidate> lastTaker(List<Candidate> candidates, Overdrawn overdrawn) {
        return candidates.stream()
                .filter(candidate -> !candidate.entry().date().isAfter(overdrawn.day()))
                .filter(candidate -> candidate.entry().cashEffects().stream()
                        .anyMatch(effect -> effect.signum() < 0
                                && effect.currency().equals(overdrawn.cash().currency())))
                .reduce((before, last) -> last);
    }

    private Optional<Overdrawn> first() {
        return days.values().stream()
                .flatMap(ofCurrency -> first(ofCurrency).stream())
                .min((one, other) -> one.day().compareTo(other.day()));
    }

    private static Optional<Overdrawn> first(NavigableMap<LocalDate, Money> effects) {
        Optional<Money> sum = Optional.empty();
        for (Map.Entry<LocalDate, Money> day : effects.entrySet()) {
            Money cash = sum.map(day.getValue()::plus).orElse(day.getValue());
            if (cash.signum() < 0) {
                return Optional.of(new Overdrawn(day.getKey(), cash));
            }
            sum = Optional.of(cash);
        }
        return Optional.empty();
    }
}
