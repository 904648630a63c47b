package io.quantumleap.core.event;

import java.util.Objects;
import java.util.UUID;

/**
 * A portfolio was removed with all that was recorded in it.
 *
 * @param portfolio the portfolio that is no more
 * @param owner who owned it
 */
public record PortfolioClosed(UUID portfolio, UUID owner) implements DomainEvent {

    /** Refuses missing parts. */
    public PortfolioClosed {
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(owner, "owner");
    }

    @Override
    public Aggregate aggregate() {
        return Aggregate.portfolio(portfolio);
    }
}
