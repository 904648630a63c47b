package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UserId;

/** The one door to a portfolio: a portfolio of somebody else is missing in just the way an unknown one is. */
final class OwnedPortfolio {

    private OwnedPortfolio() {}

    static Portfolio find(Portfolios portfolios, UserId caller, PortfolioId id) {
        return portfolios.find(caller, id).orElseThrow(OwnedPortfolio::missing);
    }

    static Portfolio hold(Portfolios portfolios, UserId caller, PortfolioId id) {
        return portfolios.hold(caller, id).orElseThrow(OwnedPortfolio::missing);
    }

    static MissingObjectException missing() {
        return new MissingObjectException("There is no such portfolio.");
    }
}
