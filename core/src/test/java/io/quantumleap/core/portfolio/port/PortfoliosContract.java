package io.quantumleap.core.portfolio.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.portfolio.LedgerExtent;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Portfolios} keeps. */
public abstract class PortfoliosContract {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678901Z");

    private Portfolios portfolios;
    private UnitOfWork work;
    private UserId owner;
    private UserId stranger;

    /** The adapter under test. */
    protected abstract Portfolios portfolios();

    /** The unit of work that the adapter stands on. */
    protected abstract UnitOfWork work();

    /** Somebody who may own portfolios. */
    protected abstract UserId someUser();

    @BeforeEach
    void setUp() {
        portfolios = portfolios();
        work = work();
        owner = someUser();
        stranger = someUser();
    }

    private Portfolio portfolio(boolean sample, Instant createdAt) {
        return new Portfolio(
                new PortfolioId(UUID.randomUUID()),
                owner,
                new PortfolioName("Retirement \u2013 \u00e9t\u00e9"),
                Currency.getInstance("EUR"),
                sample,
                createdAt,
                1,
                LedgerExtent.EMPTY);
    }

    private Portfolio added(boolean sample, Instant createdAt) {
        Portfolio portfolio = portfolio(sample, createdAt);
        work.run(() -> portfolios.add(portfolio));
        return portfolio;
    }

    private static Portfolio next(Portfolio portfolio, String name, LedgerExtent extent) {
        return new Portfolio(
                portfolio.id(),
                portfolio.owner(),
                new PortfolioName(name),
                portfolio.baseCurrency(),
                portfolio.sample(),
                portfolio.createdAt(),
                portfolio.version() + 1,
                extent);
    }

    @Test
    void givesBackWhatWasAdded() {
        Portfolio portfolio = added(false, CREATED);

        assertThat(portfolios.find(owner, portfolio.id())).contains(portfolio);
        assertThat(work.run(() -> portfolios.hold(owner, portfolio.id()))).contains(portfolio);
    }

    @Test
    void hidesThePortfolioOfAnotherUser() {
        Portfolio portfolio = added(false, CREATED);

        assertThat(portfolios.find(stranger, portfolio.id())).isEmpty();
        assertThat(work.run(() -> portfolios.hold(stranger, portfolio.id()))).isEmpty();
        assertThat(portfolios.page(stranger, PageRequest.first(10)).items()).isEmpty();
        assertThat(work.run(() -> portfolios.remove(stranger, portfolio.id()))).isFalse();
        assertThat(portfolios.find(owner, portfolio.id())).isPresent();
    }

    @Test
    void storesTheNextVersion() {
        Portfolio portfolio = added(false, CREATED);
        LedgerExtent extent = new LedgerExtent(3, LocalDate.of(1999, 12, 31), LocalDate.of(2026, 1, 1));
        Portfolio next = next(portfolio, "Renamed", extent);

        work.run(() -> portfolios.update(next));

        assertThat(portfolios.find(owner, portfolio.id())).contains(next);
    }

    @Test
    void refusesAVersionThatSkipsOne() {
        Portfolio portfolio = added(false, CREATED);
        Portfolio next = next(portfolio, "Renamed", LedgerExtent.EMPTY);
        work.run(() -> portfolios.update(next));

        assertThatThrownBy(() -> work.run(() -> portfolios.update(next))).isInstanceOf(ConflictException.class);
    }

    @Test
    void pagesNewestFirstWithoutGapOrRepetition() {
        List<PortfolioId> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            expected.add(0, added(false, CREATED.plusSeconds(i / 2)).id());
        }
        List<PortfolioId> found = new ArrayList<>();
        CursorPage<Portfolio> page = portfolios.page(owner, PageRequest.first(3));
        found.addAll(page.items().stream().map(Portfolio::id).toList());
        while (page.nextCursor().isPresent()) {
            page = portfolios.page(owner, new PageRequest(3, page.cursor()));
            found.addAll(page.items().stream().map(Portfolio::id).toList());
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found.get(0)).isEqualTo(expected.get(0));
    }

    @Test
    void refusesACursorThatNoPageHandedOut() {
        assertThatThrownBy(() -> portfolios.page(owner, new PageRequest(3, "nonsense")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void keepsOneSampleForEachUser() {
        Portfolio sample = added(true, CREATED);

        assertThat(portfolios.sample(owner)).contains(sample);
        assertThat(portfolios.sample(stranger)).isEmpty();
        assertThatThrownBy(() -> work.run(() -> portfolios.add(portfolio(true, CREATED))))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void removesForGood() {
        Portfolio portfolio = added(false, CREATED);

        assertThat(work.run(() -> portfolios.remove(owner, portfolio.id()))).isTrue();
        assertThat(portfolios.find(owner, portfolio.id())).isEmpty();
        assertThat(work.run(() -> portfolios.remove(owner, portfolio.id()))).isFalse();
    }
}
