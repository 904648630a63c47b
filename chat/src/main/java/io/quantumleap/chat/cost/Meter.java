package io.quantumleap.chat.cost;

import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.chat.model.BudgetReachedException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

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

    /**
     * Sets the worst case of a call aside.
     *
     * @throws BudgetReachedException if a budget that stops calls does not allow it, or cannot tell because the price of the
     *     model is unknown; nothing is entered then
     */
    public void reserve(ModelCall call, TokenUsage worstCase) {
        Optional<BigDecimal> cost = prices.of(call.model()).map(price -> price.of(worstCase));
        work.run(() -> {
            for (Payer payer : call.payers()) {
                BigDecimal committed = ledger.lock(payer, call.month()).committed();
                ledger.budget(payer)
                        .filter(Budget::autoStop)
                        .ifPresent(budget -> requireRoom(call, payer, budget, committed, cost));
            }
            ledger.reserve(call, worstCase, cost.orElse(null), call.at().plus(LIFETIME));
        });
    }

    private static void requireRoom(
            ModelCall call, Payer payer, Budget budget, BigDecimal committed, Optional<BigDecimal> cost) {
        String whose = payer.user().isPresent() ? "Your monthly budget" : "The monthly budget of this installation";
        Duration left =
                Duration.between(call.at(), call.month().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC));
        if (cost.isEmpty()) {
            throw new BudgetReachedException(
                    whose + " for the assistant cannot be kept with a model whose price is not known.", left);
        }
        if (budget.isExceededBy(committed.add(cost.get()))) {
            throw new BudgetReachedException(whose + " for the assistant is used up.", left);
        }
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
        work.run(() -> ledger.settle(call, charge, now()));
    }

    /** Counts the calls of programs that died as lost. */
    public int expire() {
        return work.run(() -> ledger.expire(now()));
    }
}
