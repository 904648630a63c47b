package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.PortfolioClosed;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Removes a portfolio with all that was recorded in it. Safe for use by many threads. */
public final class ClosePortfolio {

    private final Portfolios portfolios;
    private final UnitOfWork work;
    private final EventOutbox outbox;

    /** Works on these ports. */
    public ClosePortfolio(Portfolios portfolios, UnitOfWork work, EventOutbox outbox) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.work = Objects.requireNonNull(work, "work");
        this.outbox = Objects.requireNonNull(outbox, "outbox");
    }

    /**
     * Removes it for good.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public void close(UserId caller, PortfolioId id) {
        boolean removed = work.run(() -> {
            boolean gone = portfolios.remove(caller, id);
            if (gone) {
                outbox.append(new PortfolioClosed(id.value(), caller.value()));
            }
            return gone;
        });
        if (!removed) {
            throw OwnedPortfolio.missing();
        }
    }
}
