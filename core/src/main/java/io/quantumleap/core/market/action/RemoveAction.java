package io.quantumleap.core.market.action;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.port.CorporateActions;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.LocalDate;
import java.util.Objects;

/** Takes away a corporate action that never was. */
public final class RemoveAction {

    private final CorporateActions actions;
    private final UnitOfWork work;

    /** Works on these ports. */
    public RemoveAction(CorporateActions actions, UnitOfWork work) {
        this.actions = Objects.requireNonNull(actions, "actions");
        this.work = Objects.requireNonNull(work, "work");
    }

    /**
     * Takes it away.
     *
     * @throws MissingObjectException if there is no such action
     */
    public void remove(Symbol symbol, LocalDate exDate, ActionType type) {
        work.run(() -> {
            if (!actions.remove(symbol, exDate, type)) {
                throw new MissingObjectException("There is no such corporate action.");
            }
        });
    }
}
