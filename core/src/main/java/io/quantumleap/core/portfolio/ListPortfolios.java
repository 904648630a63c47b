package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;

/** Lists the portfolios of the caller. Safe for use by many threads. */
public final class ListPortfolios {

    private final Portfolios portfolios;

    /** Works on this port. */
    public ListPortfolios(Portfolios portfolios) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
    }

    /** One page of them, newest first. */
    public CursorPage<Portfolio> page(UserId caller, PageRequest request) {
        return portfolios.page(caller, request);
    }
}
