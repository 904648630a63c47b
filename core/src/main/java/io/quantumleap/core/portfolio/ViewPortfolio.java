package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Shows one portfolio to its owner. Safe for use by many threads. */
public final class ViewPortfolio {

    private final Portfolios portfolios;

    /** Works on this port. */
    public ViewPortfolio(Portfolios portfolios) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
    }

    /**
     * The portfolio.
     *
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     */
    public Portfolio view(UserId caller, PortfolioId id) {
        return OwnedPortfolio.find(portfolios, caller, id);
    }
}
