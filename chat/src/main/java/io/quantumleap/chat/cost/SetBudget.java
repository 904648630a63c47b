package io.quantumleap.chat.cost;

import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.Objects;
import java.util.Optional;

/** Sets what may be spent in a month. Safe for use by many threads. */
public final class SetBudget {

    private final CostLedger ledger;
    private final Meter meter;
    private final UnitOfWork work;

    /** Works on these. */
    public SetBudget(CostLedger ledger, Meter meter, UnitOfWork work) {
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.meter = Objects.requireNonNull(meter, "meter");
        this.work = Objects.requireNonNull(work, "work");
    }

    /** The budget as it is stored. */
    public Optional<Budget> current(Payer payer) {
        return ledger.budget(payer);
    }

    /**
     * Stores a budget in place of the one before, and answers with what is stored.
     *
     * @throws InvalidValueException if it is in another currency than the prices
     */
    public Budget set(Payer payer, Budget budget) {
        if (!budget.monthly().currency().equals(meter.prices().currency())) {
            throw new InvalidValueException(
                    "Budgets are in " + meter.prices().currency().getCurrencyCode() + " here, as the prices are.");
        }
        return work.run(() -> {
            ledger.put(payer, budget, meter.now());
            return ledger.budget(payer).orElseThrow();
        });
    }

    /**
     * Removes the budget: from now on nothing warns and nothing stops.
     *
     * @throws MissingObjectException if there is none
     */
    public void remove(Payer payer) {
        if (!work.run(() -> ledger.remove(payer))) {
            throw new MissingObjectException("There is no budget.");
        }
    }
}
