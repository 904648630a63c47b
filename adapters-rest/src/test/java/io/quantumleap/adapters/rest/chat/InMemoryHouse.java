package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.chat.tool.FinancialToolset;
import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.ListInstruments;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.ViewLedger;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.sample.LoadSamplePortfolio;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.ViewContributions;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewSummary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** The use cases over ports in memory, and the tools over the use cases. */
public final class InMemoryHouse {

    public static final UserId ANNA = new UserId(new UUID(0, 1));
    public static final UserId BEN = new UserId(new UUID(0, 2));

    public final Clock clock = Clock.fixed(Instant.parse("2026-02-01T09:00:00Z"), ZoneOffset.UTC);
    public final OneAtATime work = new OneAtATime();
    private final InMemoryPortfolios portfolios = new InMemoryPortfolios();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryPriceHistory prices = new InMemoryPriceHistory();
    private final OpenPortfolio open = new OpenPortfolio(portfolios, work, UUID::randomUUID, clock);

    public final ViewHoldings viewHoldings = new ViewHoldings(portfolios, transactions, prices, clock);
    public final ViewSummary viewSummary = new ViewSummary(portfolios, transactions, prices, clock);
    public final ViewPortfolio viewPortfolio = new ViewPortfolio(portfolios);
    public final MeasurePerformance measurePerformance =
            new MeasurePerformance(new ValuePortfolio(portfolios, transactions, prices, clock), prices, clock);
    public final FinancialToolset tools = new FinancialToolset(
            new ListPortfolios(portfolios),
            viewPortfolio,
            new ViewLedger(portfolios, transactions),
            viewHoldings,
            viewSummary,
            measurePerformance,
            new ListInstruments(prices),
            new ViewPrices(prices),
            prices,
            new ViewContributions(portfolios, transactions, prices, clock),
            new ChangePortfolio(portfolios, transactions, work, event -> {}),
            new RecordTransaction(portfolios, transactions, work, event -> {}, UUID::randomUUID, clock));

    public Portfolio sample(UserId owner) {
        return new LoadSamplePortfolio(
                        portfolios,
                        open,
                        new ImportPrices(prices, work, event -> {}, clock),
                        new ImportTransactions(portfolios, transactions, work, event -> {}, UUID::randomUUID, clock),
                        work)
                .load(owner)
                .portfolio();
    }

    public Portfolio open(UserId owner, String name, String currency) {
        return open.open(owner, new PortfolioName(name), Currency.getInstance(currency));
    }

    public void record(
            Portfolio portfolio,
            String date,
            String type,
            String symbol,
            String quantity,
            String price,
            String amount) {
        Recording recording = new RecordTransaction(
                        portfolios, transactions, work, event -> {}, UUID::randomUUID, clock)
                .record(
                        portfolio.owner(),
                        portfolio.id(),
                        new TransactionFields(date, type, symbol, quantity, price, "", amount, "", ""));
        if (!(recording instanceof Recording.Done)) {
            throw new IllegalArgumentException("refused: " + recording);
        }
    }

    public void closes(String symbol, String firstDay, String... closes) {
        List<PriceRow> rows = new ArrayList<>();
        LocalDate day = LocalDate.parse(firstDay);
        for (String close : closes) {
            rows.add(new PriceRow.Cells(rows.size() + 2, PriceFields.close(day.toString(), symbol, close, "USD")));
            day = day.plusDays(1);
        }
        new ImportPrices(prices, work, event -> {}, clock).importRows(rows.iterator());
    }
}
