package io.quantumleap.chat.cost;

import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.chat.model.BudgetReachedException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the account of model calls: before a call the worst that it can cost is set aside, if the budgets allow it; after it
 * what it really cost takes its place. A call that is never settled, because the program died, stays in the account with what
 * was set aside. Safe for use by many threads.
 */
public final class Meter {

    /** No reply takes longer, so a reservation that is older is of a program that died. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final CostLedger ledger;
    private final PriceList prices;
    private final UnitOfWork work;
    private final Clock clock;
    private final GroupCommit<Wanted> reservations = new GroupCommit<>(this::admit);
    private final GroupCommit<Settlement> settlements = new GroupCommit<>(this::enter);

    /** Works on these ports. */
    public Meter(CostLedger ledger, PriceList prices, UnitOfWork work, Clock clock) {
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.prices = Objects.requireNonNull(prices, "prices");
        this.work = Objects.requireNonNull(work, "work");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** The prices that it counts with. */
    public PriceList prices() {
        return prices;
    }

    /** The moment, as the account writes it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A reservation that is wanted, and why it is not to be had. */
    private static final class Wanted {
        private final Reservation reservation;
        private @Nullable BudgetReachedException refusal;

        Wanted(Reservation reservation) {
            this.reservation = reservation;
        }
    }

    private record Settlement(UUID call, Charge charge) {}

    /**
     * Sets the worst case of a call aside. It is committed, and visible to every other program, before this returns.
     *
     * @throws BudgetReachedException if a budget that stops calls does not allow it, or cannot tell because the price of the
     *     model is unknown; nothing is entered then
     */
    public void reserve(ModelCall call, TokenUsage worstCase) {
        BigDecimal amount =
                prices.of(call.model()).map(price -> price.of(worstCase)).orElse(null);
        Wanted wanted =
                new Wanted(new Reservation(call, worstCase, amount, call.at().plus(LIFETIME)));
        reservations.write(wanted);
        if (wanted.refusal != null) {
            throw wanted.refusal;
        }
    }

    /** Each is checked against what those before it in the group have set aside. */
    private void admit(List<Wanted> group) {
        Map<YearMonth, List<Wanted>> byMonth = group.stream()
                .collect(Collectors.groupingBy(
                        wanted -> wanted.reservation.call().month(), TreeMap::new, Collectors.toList()));
        work.run(() -> byMonth.forEach(this::admit));
    }

    private void admit(YearMonth month, List<Wanted> group) {
        Set<Payer> payers = group.stream()
                .flatMap(wanted -> wanted.reservation.call().payers().stream())
                .collect(Collectors.toSet());
        Map<Payer, Standing> standings = ledger.lock(payers, month);
        Map<Payer, BigDecimal> committed = new HashMap<>();
        standings.forEach(
                (payer, standing) -> committed.put(payer, standing.total().committed()));
        List<Reservation> admitted = new ArrayList<>();
        for (Wanted wanted : group) {
            Reservation reservation = wanted.reservation;
            wanted.refusal = refusal(reservation, standings, committed).orElse(null);
            if (wanted.refusal == null) {
                admitted.add(reservation);
                BigDecimal amount = reservation.amount().orElse(BigDecimal.ZERO);
                reservation.call().payers().forEach(payer -> committed.merge(payer, amount, BigDecimal::add));
            }
        }
        if (!admitted.isEmpty()) {
            ledger.reserve(admitted);
        }
    }

    private static Optional<BudgetReachedException> refusal(
            Reservation reservation, Map<Payer, Standing> standings, Map<Payer, BigDecimal> committed) {
        for (Payer payer : reservation.call().payers()) {
            Optional<Budget> budget = Optional.ofNullable(standings.get(payer))
                    .flatMap(Standing::budget)
                    .filter(Budget::autoStop);
            Optional<BudgetReachedException> refusal = budget.flatMap(
                    set -> refusal(reservation, payer, set, committed.getOrDefault(payer, BigDecimal.ZERO)));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<BudgetReachedException> refusal(
            Reservation reservation, Payer payer, Budget budget, BigDecimal committed) {
        ModelCall call = reservation.call();
        String whose = payer.user().isPresent() ? "Your monthly budget" : "The monthly budget of this installation";
        Duration left =
                Duration.between(call.at(), call.month().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC));
        if (reservation.amount().isEmpty()) {
            return Optional.of(new BudgetReachedException(
                    whose + " for the assistant cannot be kept with a model whose price is not known.", left));
        }
        return budget.isExceededBy(committed.add(reservation.amount().get()))
                ? Optional.of(new BudgetReachedException(whose + " for the assistant is used up.", left))
                : Optional.empty();
    }

    /** Enters what a call came to; again and again does no harm. */
    public void settle(ModelCall call, TokenUsage usage, boolean estimated) {
        BigDecimal cost = prices.of(call.model()).map(price -> price.of(usage)).orElse(null);
        settle(call.id(), new Charge(usage, cost, estimated));
    }

    /** Enters that the provider refused a call, so that it cost nothing. */
    public void release(ModelCall call) {
        settle(call.id(), Charge.NOTHING);
    }

    private void settle(UUID call, Charge charge) {
        settlements.write(new Settlement(call, charge));
    }

    /** Of two that a group has for one call the first counts, as it would if they came one after the other. */
    private void enter(List<Settlement> group) {
        Map<UUID, Charge> charges = new LinkedHashMap<>();
        group.forEach(settlement -> charges.putIfAbsent(settlement.call(), settlement.charge()));
        work.run(() -> ledger.settle(charges, now()));
    }

    /** Counts the calls of programs that died as lost. */
    public int expire() {
        return work.run(() -> ledger.expire(now()));
    }
}
