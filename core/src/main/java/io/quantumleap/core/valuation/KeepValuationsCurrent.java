package io.quantumleap.core.valuation;

import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.EventConsumer;
import io.quantumleap.core.event.LedgerEvent;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/**
 * Values a portfolio again soon after its ledger has changed, so that whoever looks finds the work done. Prices are not waited for:
 * they change for many portfolios at once, and each is valued again when somebody looks.
 */
public final class KeepValuationsCurrent implements EventConsumer {

    private final ValuePortfolio valuations;

    /** Values through this use case. */
    public KeepValuationsCurrent(ValuePortfolio valuations) {
        this.valuations = Objects.requireNonNull(valuations, "valuations");
    }

    @Override
    public String name() {
        return "valuations";
    }

    @Override
    public void accept(DomainEvent event) {
        if (event instanceof LedgerEvent change) {
            valuations.refresh(new UserId(change.owner()), new PortfolioId(change.portfolio()));
        }
    }
}
