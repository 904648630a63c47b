package io.quantumleap.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.sample.LoadSamplePortfolio.LoadedSample;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.DailyValue;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.PortfolioSummary;
import io.quantumleap.core.valuation.ValuationSeries;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.Valued;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewSummary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LoadSamplePortfolioTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T10:00:00Z"), ZoneOffset.UTC);
    private static final UserId ANNA = new UserId(new UUID(0, 1));
    private static final UserId BERT = new UserId(new UUID(0, 2));

    private final InMemoryPortfolios portfolios = new InMemoryPortfolios();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryPriceHistory prices = new InMemoryPriceHistory();
    private final CountedUnits work = new CountedUnits();
    private long lastId;

    private final LoadSamplePortfolio loadSample = loading(work);

    private LoadSamplePortfolio loading(UnitOfWork outer) {
        return new LoadSamplePortfolio(
                portfolios,
                new OpenPortfolio(portfolios, work, this::nextId, CLOCK),
                new ImportPrices(prices, work, event -> {}, CLOCK),
                new ImportTransactions(portfolios, transactions, work, event -> {}, this::nextId, CLOCK),
                outer);
    }

    @Test
    void makesThePortfolioWithItsTransactionsAndPrices() {
        LoadedSample loaded = loadSample.load(ANNA);
        assertThat(loaded.fresh()).isTrue();
        assertThat(loaded.portfolio().sample()).isTrue();
        assertThat(loaded.portfolio().owner()).isEqualTo(ANNA);
        assertThat(loaded.portfolio().ledger().transactionCount()).isEqualTo(215);
        assertThat(prices.instrument(SampleData.BENCHMARK))
                .hasValueSatisfying(index -> assertThat(index.priceCount()).isEqualTo(2519));
    }

    @Test
    void worksInOneUnit() {
        loadSample.load(ANNA);
        assertThat(work.outermost).isEqualTo(1);
    }

    @Test
    void givesTheOneThatIsThereTheSecondTime() {
        Portfolio first = loadSample.load(ANNA).portfolio();
        LoadedSample second = loadSample.load(ANNA);
        assertThat(second.fresh()).isFalse();
        assertThat(second.portfolio()).isEqualTo(first);
    }

    /** Two requests at once: the other one opens the sample after this one has looked for it. */
    @Test
    void givesTheOneThatAnotherRequestMadeMeanwhile() {
        Runnable other = () -> loadSample.load(ANNA);
        UnitOfWork interrupted = new UnitOfWork() {
            private boolean raced;

            @Override
            public <T> T run(Supplier<T> unit) {
                if (!raced) {
                    raced = true;
                    other.run();
                    throw new ConflictException("There is a sample portfolio already.");
                }
                return unit.get();
            }
        };
        LoadedSample loaded = loading(interrupted).load(ANNA);
        assertThat(loaded.fresh()).isFalse();
        assertThat(portfolios.sample(ANNA)).contains(loaded.portfolio());
    }

    @Test
    void givesEveryUserTheirOwn() {
        Portfolio annas = loadSample.load(ANNA).portfolio();
        LoadedSample berts = loadSample.load(BERT);
        assertThat(berts.fresh()).isTrue();
        assertThat(berts.portfolio().id()).isNotEqualTo(annas.id());
        assertThat(berts.portfolio().owner()).isEqualTo(BERT);
    }

    @Test
    void isValuedToTheCent() {
        Portfolio sample = loadSample.load(ANNA).portfolio();
        PortfolioSummary summary =
                known(new ViewSummary(portfolios, transactions, prices, CLOCK).view(ANNA, sample.id(), LAST_DAY));
        assertThat(summary.cash()).isEqualTo(Money.of("3165.50", "USD"));
        assertThat(summary.value()).isEqualTo(Money.of("369419.66", "USD"));
        assertThat(summary.netContributions()).isEqualTo(Money.of("131000", "USD"));
        assertThat(summary.warnings()).isEmpty();
    }

    @Test
    void holdsAllTwelveInstrumentsAtTheEnd() {
        Portfolio sample = loadSample.load(ANNA).portfolio();
        HoldingsView holdings =
                known(new ViewHoldings(portfolios, transactions, prices, CLOCK).view(ANNA, sample.id(), LAST_DAY));
        assertThat(holdings.holdings()).hasSize(12).noneMatch(holding -> holding.carriedForward());
    }

    /** No day loses a quarter: the split moves nothing, and no flow is taken for a loss. */
    @Test
    void hasABelievableValueOnEveryDay() {
        Portfolio sample = loadSample.load(ANNA).portfolio();
        ValuationSeries series =
                known(new ValuePortfolio(portfolios, transactions, prices, CLOCK).daily(ANNA, sample.id(), null, null));
        List<DailyValue> days = series.days();
        assertThat(days).hasSize(2519).noneMatch(DailyValue::carriedForward);
        for (int i = 1; i < days.size(); i++) {
            double before = amount(days.get(i - 1).value()) + amount(days.get(i).inflow());
            double after = amount(days.get(i).value()) + amount(days.get(i).outflow());
            assertThat(after / before - 1).as(days.get(i).date().toString()).isBetween(-0.12, 0.12);
        }
    }

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private static <T> T known(Valued<T> valued) {
        return valued.fold(value -> value, missing -> {
            throw new AssertionError("No price: " + missing);
        });
    }

    private UUID nextId() {
        return new UUID(1, ++lastId);
    }

    /** Counts the units that were not opened inside another one. */
    private static final class CountedUnits implements UnitOfWork {

        private int depth;
        private int outermost;

        @Override
        public <T> T run(Supplier<T> work) {
            outermost += depth == 0 ? 1 : 0;
            depth++;
            try {
                return work.get();
            } finally {
                depth--;
            }
        }
    }
}
