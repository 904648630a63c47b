package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.EntryBatch;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Makes sure that a portfolio without overdraft ends no day with less than no cash in a currency. */
final class CashCheck {

    private final Map<String, NavigableMap<LocalDate, Money>> days = new HashMap<>();

    private CashCheck() {}

    /** A day that ends below zero. */
    record Overdrawn(LocalDate day, Money cash) {

        String message() {
            return "At the end of " + day + " the cash would be " + cash + ", and this portfolio has no overdraft.";
        }

        private boolean isBroughtAboutBy(Entry entry) {
            return !entry.date().isAfter(day)
                    && entry.cashEffects().stream()
                            .anyMatch(effect ->
                                    effect.signum() < 0 && effect.currency().equals(cash.currency()));
        }
    }

    /** The first day below zero, if these entries were all. */
    static Optional<Overdrawn> firstOverdrawn(Stream<Entry> entries) {
        CashCheck check = new CashCheck();
        entries.forEach(check::take);
        return check.first();
    }

    /** Reports a new entry that takes cash that is not there, unless the portfolio allows an overdraft. */
    static void check(Portfolio held, Step fresh, Transactions transactions, RowErrors.Collector errors) {
        if (!held.policy().overdraftAllowed()) {
            CashCheck check = new CashCheck();
            transactions.play(held.id(), transaction -> check.take(transaction.entry()));
            check.take(fresh.entry());
            check.first()
                    .ifPresent(overdrawn -> errors.add(
                            refused(overdrawn.isBroughtAboutBy(fresh.entry()) ? fresh.line() : 0, overdrawn)));
        }
    }

    /** Reports the new entry of a file that takes cash that is not there, unless the portfolio allows an overdraft. */
    static void check(Portfolio held, EntryBatch batch, RowErrors.Collector errors) {
        if (held.policy().overdraftAllowed()) {
            return;
        }
        CashCheck check = new CashCheck();
        batch.play(step -> check.take(step.entry()));
        check.first().ifPresent(overdrawn -> errors.add(refused(lastTaker(batch, overdrawn), overdrawn)));
    }

    private static RowError refused(int line, Overdrawn overdrawn) {
        return new RowError(line, "amount", "overdrawn", overdrawn.message());
    }

    private static int lastTaker(EntryBatch batch, Overdrawn overdrawn) {
        AtomicInteger line = new AtomicInteger();
        batch.play(step -> {
            if (step.isNew() && overdrawn.isBroughtAboutBy(step.entry())) {
                line.set(step.line());
            }
        });
        return line.get();
    }

    private void take(Entry entry) {
        entry.cashEffects().forEach(effect -> {
            if (effect.signum() != 0) {
                days.computeIfAbsent(effect.currency().getCurrencyCode(), none -> new TreeMap<>())
                        .merge(entry.date(), effect, Money::plus);
            }
        });
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
