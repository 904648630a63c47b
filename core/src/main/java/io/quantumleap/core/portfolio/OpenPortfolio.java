package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Objects;

/** Opens an empty portfolio. Safe for use by many threads. */
public final class OpenPortfolio {

    private final Portfolios portfolios;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    /** Works on these ports. */
    public OpenPortfolio(Portfolios portfolios, UnitOfWork work, IdGenerator ids, Clock clock) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.work = Objects.requireNonNull(work, "work");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Opens a portfolio that the caller owns. */
    public Portfolio open(UserId caller, PortfolioName name, Currency baseCurrency) {
        return open(caller, name, baseCurrency, false);
    }

    /**
     * Opens the portfolio that holds the synthetic sample; each user has one at most.
     *
     * @throws io.quantumleap.core.shared.ConflictException if the caller has one already
     */
    public Portfolio openSample(UserId caller, PortfolioName name, Currency baseCurrency) {
        return open(caller, name, baseCurrency, true);
    }

    private Portfolio open(UserId caller, PortfolioName name, Currency baseCurrency, boolean sample) {
        Portfolio portfolio = new Portfolio(
                new PortfolioId(ids.next()),
                caller,
                name,
                baseCurrency,
                sample,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                1,
                LedgerExtent.EMPTY);
        work.run(() -> portfolios.add(portfolio));
        return portfolio;
    }
}
