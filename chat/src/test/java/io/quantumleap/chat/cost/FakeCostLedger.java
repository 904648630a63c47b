package io.quantumleap.chat.cost;

import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The account kept in memory; its unit of work must be one at a time. */
public final class FakeCostLedger implements CostLedger {

    private enum State {
        RESERVED,
        SETTLED,
        LOST
    }

    private record Entry(ModelCall call, State state, Charge charge, Instant expiresAt) {}

    private record Key(LocalDate day, UserId user, UUID conversation, ModelTask task, String provider, String model) {}

    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final Map<Payer, Budget> budgets = new HashMap<>();

    @Override
    public synchronized Map<Payer, Standing> lock(Set<Payer> payers, YearMonth month) {
        Map<Payer, Standing> standings = new HashMap<>();
        payers.forEach(payer -> standings.put(payer, new Standing(total(payer, month), budgets.get(payer))));
        return standings;
    }

    @Override
    public synchronized MonthTotal total(Payer payer, YearMonth month) {
        BigDecimal spent = BigDecimal.ZERO;
        BigDecimal reserved = BigDecimal.ZERO;
        for (Entry entry : entries.values()) {
            if (entry.call().month().equals(month) && entry.call().payers().contains(payer)) {
                BigDecimal cost = entry.charge().cost().orElse(BigDecimal.ZERO);
                if (entry.state() == State.RESERVED) {
                    reserved = reserved.add(cost);
                } else {
                    spent = spent.add(cost);
                }
            }
        }
        return new MonthTotal(spent, reserved);
    }

    @Override
    public synchronized void reserve(List<Reservation> reservations) {
        reservations.forEach(one -> entries.put(
                one.call().id(),
                new Entry(
                        one.call(),
                        State.RESERVED,
                        new Charge(one.worstCase(), one.amount().orElse(null), true),
                        one.expiresAt())));
    }

    @Override
    public synchronized int settle(Map<UUID, Charge> charges, Instant at) {
        return (int) charges.entrySet().stream()
                .filter(one -> settle(one.getKey(), one.getValue()))
                .count();
    }

    private boolean settle(UUID call, Charge charge) {
        Entry entry = entries.get(call);
        if (entry == null || entry.state() == State.SETTLED) {
            return false;
        }
        entries.put(call, new Entry(entry.call(), State.SETTLED, charge, entry.expiresAt()));
        return true;
    }

    @Override
    public synchronized int expire(Instant now) {
        List<Entry> due = entries.values().stream()
                .filter(entry ->
                        entry.state() == State.RESERVED && entry.expiresAt().isBefore(now))
                .toList();
        due.forEach(entry ->
                entries.put(entry.call().id(), new Entry(entry.call(), State.LOST, entry.charge(), entry.expiresAt())));
        return due.size();
    }

    @Override
    public synchronized List<SpendingRow> spending(Payer payer, LocalDate from, LocalDate to) {
        Map<Key, SpendingRow> rows = new LinkedHashMap<>();
        for (Entry entry : entries.values()) {
            ModelCall call = entry.call();
            LocalDate day = LocalDate.ofInstant(call.at(), ZoneOffset.UTC);
            boolean wanted = entry.state() != State.RESERVED
                    && call.payers().contains(payer)
                    && !day.isBefore(from)
                    && !day.isAfter(to);
            if (wanted) {
                Key key = new Key(
                        day, call.user(), call.conversation().orElse(null), call.task(), call.provider(), call.model());
                rows.merge(key, row(key, entry.charge()), FakeCostLedger::sum);
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparing(SpendingRow::day).thenComparing(SpendingRow::provider))
                .toList();
    }

    private static SpendingRow row(Key key, Charge charge) {
        return new SpendingRow(
                key.day(),
                key.user(),
                key.conversation(),
                key.task(),
                key.provider(),
                key.model(),
                1,
                charge.usage().input(),
                charge.usage().output(),
                charge.cost().orElse(BigDecimal.ZERO),
                charge.cost().isEmpty() ? 1 : 0,
                charge.estimated() ? 1 : 0);
    }

    private static SpendingRow sum(SpendingRow one, SpendingRow other) {
        return new SpendingRow(
                one.day(),
                one.user(),
                one.conversation(),
                one.task(),
                one.provider(),
                one.model(),
                one.requests() + other.requests(),
                one.input() + other.input(),
                one.output() + other.output(),
                one.cost().add(other.cost()),
                one.unpriced() + other.unpriced(),
                one.estimated() + other.estimated());
    }

    @Override
    public synchronized Optional<Budget> budget(Payer payer) {
        return Optional.ofNullable(budgets.get(payer));
    }

    @Override
    public synchronized void put(Payer payer, Budget budget, Instant at) {
        budgets.put(payer, budget);
    }

    @Override
    public synchronized boolean remove(Payer payer) {
        return budgets.remove(payer) != null;
    }
}
