package io.quantumleap.adapters.persistence.crash;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.adapters.persistence.event.JdbcEventOutbox;
import io.quantumleap.adapters.persistence.event.JdbcEventQueue;
import io.quantumleap.adapters.persistence.market.JdbcPriceHistory;
import io.quantumleap.adapters.persistence.portfolio.JdbcTransactions;
import io.quantumleap.adapters.persistence.portfolio.JpaPortfolios;
import io.quantumleap.adapters.persistence.valuation.JdbcStoredValuations;
import io.quantumleap.core.event.DeliverEvents;
import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.EventConsumer;
import io.quantumleap.core.event.LedgerEvent;
import io.quantumleap.core.event.RetryPolicy;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.KeepValuationsCurrent;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.ViewGains;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewLots;
import io.quantumleap.core.valuation.ViewSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Every use case of the ledger over one PostgreSQL database, as the server wires them. */
public final class Books {

    /** Today is the same day all day, so that runs can be repeated. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

    final JpaUnitOfWork work;
    final JpaPortfolios portfolios;
    final JdbcTransactions transactions;
    final JdbcPriceHistory prices;
    final JdbcStoredValuations valuations;
    final JdbcEventQueue queue;
    final ImportTransactions importTransactions;
    final RecordTransaction recordTransaction;
    final ReverseTransaction reverseTransaction;
    final ImportPrices importPrices;
    final ValuePortfolio valuePortfolio;
    final ValuePortfolio computedValues;
    final ViewHoldings viewHoldings;
    final ViewHoldings computedHoldings;
    final ViewSummary viewSummary;
    final ViewLots viewLots;
    final ViewGains viewGains;
    final DeliverEvents deliver;
    private final OpenPortfolio openPortfolio;

    /** Over an open database. */
    public Books(Database database) {
        this(database.unitOfWork());
    }

    Books(JpaUnitOfWork work) {
        UuidV7Ids ids = new UuidV7Ids();
        this.work = work;
        portfolios = new JpaPortfolios(work);
        transactions = new JdbcTransactions(work);
        prices = new JdbcPriceHistory(work);
        valuations = new JdbcStoredValuations(work);
        queue = new JdbcEventQueue(work);
        JdbcEventOutbox outbox = new JdbcEventOutbox(work, ids, Clock.systemUTC());
        openPortfolio = new OpenPortfolio(portfolios, work, ids, CLOCK);
        importTransactions = new ImportTransactions(portfolios, transactions, work, outbox, ids, CLOCK);
        recordTransaction = new RecordTransaction(portfolios, transactions, work, outbox, ids, CLOCK);
        reverseTransaction = new ReverseTransaction(portfolios, transactions, work, outbox, ids, CLOCK);
        importPrices = new ImportPrices(prices, work, outbox, CLOCK);
        valuePortfolio = new ValuePortfolio(portfolios, transactions, prices, valuations, work, CLOCK);
        computedValues = new ValuePortfolio(portfolios, transactions, prices, CLOCK);
        viewHoldings = new ViewHoldings(portfolios, transactions, prices, valuations, CLOCK);
        computedHoldings = new ViewHoldings(portfolios, transactions, prices, CLOCK);
        viewSummary = new ViewSummary(portfolios, transactions, prices, valuations, CLOCK);
        viewLots = new ViewLots(portfolios, transactions, prices, valuations, CLOCK);
        viewGains = new ViewGains(portfolios, transactions, prices, CLOCK);
        deliver = new DeliverEvents(
                queue,
                List.of(new KeepValuationsCurrent(valuePortfolio), new Tally(work)),
                new RetryPolicy(10_000, Duration.ofMillis(1), Duration.ofMillis(20)),
                work,
                Clock.systemUTC(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Counts the events of each portfolio, in the unit of work of the delivery. */
    private record Tally(JpaUnitOfWork work) implements EventConsumer {

        @Override
        public String name() {
            return "tally";
        }

        @Override
        public void accept(DomainEvent event) {
            if (event instanceof LedgerEvent change) {
                work.withConnection(connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement("insert into tally (portfolio, version) values (?, ?)")) {
                        statement.setObject(1, change.portfolio());
                        statement.setLong(2, change.version());
                        return statement.executeUpdate();
                    }
                });
            }
        }
    }

    /** Makes the table that the tally writes, and lets the outbox know its consumers. */
    Books prepared() {
        work.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        "create table if not exists tally"
                                + " (number bigint generated always as identity, portfolio uuid not null, version bigint not null)");
            }
        });
        deliver.begin();
        return this;
    }

    Portfolio open(UserId owner, String name) {
        return openPortfolio.open(owner, new PortfolioName(name), Currency.getInstance("USD"));
    }

    void price(List<String> rows) {
        List<PriceRow> file = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(" ", 4);
            file.add(new PriceRow.Cells(file.size() + 2, PriceFields.close(cells[0], cells[1], cells[2], cells[3])));
        }
        importPrices.importRows(file.iterator());
    }

    /** A row of "date type symbol quantity price amount currency id", with {@code -} for an empty cell. */
    static TransactionFields fields(String row) {
        String[] cells = row.split(" ", 8);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].equals("-") ? "" : cells[i];
        }
        return new TransactionFields(
                cells[0], cells[1], cells[2], cells[3], cells[4], "", cells[5], cells[6], cells[7]);
    }

    static List<TransactionRow> file(List<String> rows) {
        List<TransactionRow> file = new ArrayList<>(rows.size());
        for (String row : rows) {
            file.add(new TransactionRow.Cells(file.size() + 2, fields(row)));
        }
        return file;
    }

    /** Delivers until nothing waits. */
    void deliverEverything() {
        while (queue.state().waiting() > 0) {
            deliver.deliverNext();
        }
    }

    long number(String sql) {
        return work.withConnection(connection -> number(connection, sql));
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static LocalDate today() {
        return LocalDate.now(CLOCK);
    }
}
