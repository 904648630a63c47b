package io.quantumleap.analytics.performance;

import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceImport;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.Valued;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** The real ledger, market data and valuation in memory, filled through the same doors as by a user. */
final class Desk {

    static final UserId ANNA = new UserId(new UUID(0, 1));
    static final UserId BEN = new UserId(new UUID(0, 2));

    final InMemoryPriceHistory prices = new InMemoryPriceHistory();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final MeasurePerformance performance;

    private final InMemoryPortfolios portfolios = new InMemoryPortfolios();
    private final UnitOfWork work = new OneAtATime();
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T09:00:00Z"), ZoneOffset.UTC);

    Desk() {
        performance =
                new MeasurePerformance(new ValuePortfolio(portfolios, transactions, prices, clock), prices, clock);
    }

    PortfolioId portfolio(UserId owner, String currency) {
        return new OpenPortfolio(portfolios, work, UUID::randomUUID, clock)
                .open(owner, new PortfolioName("Test"), Currency.getInstance(currency))
                .id();
    }

    /** Closes of consecutive calendar days. */
    void closes(String symbol, String currency, String firstDay, double... closes) {
        List<PriceRow> rows = new ArrayList<>();
        LocalDate day = LocalDate.parse(firstDay);
        for (double close : closes) {
            rows.add(new PriceRow.Cells(
                    rows.size() + 2, PriceFields.close(day.toString(), symbol, Double.toString(close), currency)));
            day = day.plusDays(1);
        }
        if (new ImportPrices(prices, work, event -> {}, clock).importRows(rows.iterator())
                instanceof PriceImport.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    /** Rows of {@code date,type,symbol,quantity,price,fee,amount}; the rest may be left out. */
    void transactions(UserId owner, PortfolioId portfolio, String... rows) {
        List<TransactionRow> parsed = new ArrayList<>();
        for (String row : rows) {
            String[] cells = Arrays.copyOf(row.split(",", -1), 9);
            Arrays.setAll(cells, i -> cells[i] == null ? "" : cells[i]);
            parsed.add(new TransactionRow.Cells(
                    parsed.size() + 2,
                    new TransactionFields(
                            cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8])));
        }
        ImportTransactions imports =
                new ImportTransactions(portfolios, transactions, work, event -> {}, UUID::randomUUID, clock);
        if (imports.importRows(owner, portfolio, parsed.iterator()) instanceof TransactionImport.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    PerformanceReport report(UserId caller, PerformanceQuestion question) {
        return ((Valued.Known<PerformanceReport>) performance.measure(caller, question)).value();
    }
}
