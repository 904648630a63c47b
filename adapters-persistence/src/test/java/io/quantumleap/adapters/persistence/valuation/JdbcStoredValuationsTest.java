package io.quantumleap.adapters.persistence.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.portfolio.JpaPortfolios;
import io.quantumleap.adapters.persistence.portfolio.LedgerRows;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.port.StoredValuations;
import io.quantumleap.core.valuation.port.StoredValuationsContract;
import java.time.Clock;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcStoredValuationsTest extends StoredValuationsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected StoredValuations valuations() {
        return new JdbcStoredValuations(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }

    @Override
    protected PortfolioId somePortfolio() {
        return LedgerRows.portfolio(DATABASE);
    }

    /** Asked by another thread, which has a unit of its own. */
    private boolean claimedElsewhere(PortfolioId portfolio) {
        return CompletableFuture.supplyAsync(() -> work().run(() -> valuations().claim(portfolio)))
                .join();
    }

    @Test
    void areClaimedByOneUnitUntilItEndsAndNobodyWaits() {
        PortfolioId portfolio = somePortfolio();
        PortfolioId other = somePortfolio();

        work().run(() -> {
            assertThat(valuations().claim(portfolio)).isTrue();
            assertThat(valuations().claim(portfolio)).as("by the same unit").isTrue();
            assertThat(claimedElsewhere(portfolio)).isFalse();
            assertThat(claimedElsewhere(other)).isTrue();
            return portfolio;
        });

        assertThat(claimedElsewhere(portfolio)).isTrue();
    }

    /** Storing the first values names the portfolio; who records something in it meanwhile must not wait for that. */
    @Test
    void areStoredWithoutKeepingWritersWaiting() {
        UserId owner = new UserId(UUID.randomUUID());
        JpaPortfolios portfolios = new JpaPortfolios(DATABASE.unitOfWork());
        PortfolioId portfolio = new OpenPortfolio(
                        portfolios, DATABASE.unitOfWork(), UUID::randomUUID, Clock.systemUTC())
                .open(owner, new PortfolioName("Valued"), Currency.getInstance("USD"))
                .id();

        work().run(() -> {
            assertThat(valuations().hold(portfolio)).isEmpty();
            assertThat(CompletableFuture.supplyAsync(() -> work().run(() -> portfolios.hold(owner, portfolio)))
                            .join())
                    .isPresent();
            return portfolio;
        });
    }
}
