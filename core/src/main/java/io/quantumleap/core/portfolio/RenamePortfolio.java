package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Gives a portfolio another name. Safe for use by many threads. */
public final class RenamePortfolio {

    private final Portfolios portfolios;
    private final UnitOfWork work;

    /** Works on these ports. */
    public RenamePortfolio(Portfolios portfolios, UnitOfWork work) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.work = Objects.requireNonNull(work, "work");
    }

    /**
     * Renames it.
     *
     * @return the portfolio under its new name
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Portfolio rename(UserId caller, PortfolioId id, PortfolioName name) {
        return work.run(() -> {
            Portfolio held = OwnedPortfolio.hold(portfolios, caller, id);
            Portfolio renamed = held.changed(name, held.policy());
            portfolios.update(renamed);
            return renamed;
        });
    }
}
