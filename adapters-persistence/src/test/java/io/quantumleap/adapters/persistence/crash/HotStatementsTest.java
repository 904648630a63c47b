package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.RecordedStatements;
import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.audit.JdbcAuditTrail;
import io.quantumleap.core.event.DeliverEvents;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.audit.AuditFilter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements the questions take that are asked all day, and whether an index answers each of them. */
class HotStatementsTest {

    /** Tables that hold one row, or a few, for the whole installation. */
    private static final Pattern SMALL =
            Pattern.compile("Seq Scan on (price_revision|outbox_consumer|noted_price_revision)\\b.*");

    private static final AuditFilter EVERY_ENTRY = new AuditFilter(null, null, null, null);

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final UserId owner = new UserId(UUID.randomUUID());
    private RecordedStatements recorded;
    private Books books;
    private JdbcAuditTrail audit;

    @BeforeEach
    void open() {
        recorded = new RecordedStatements(DATABASE.dataSource());
        JpaUnitOfWork work = recorded.unitOfWork();
        books = new Books(work).prepared();
        audit = new JdbcAuditTrail(work);
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    private PortfolioId portfolio(int instruments) {
        PortfolioId id = books.open(owner, "With " + instruments).id();
        List<String> prices = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        rows.add("2026-01-05 deposit - - - 100000 USD -");
        for (int i = 0; i < instruments; i++) {
            String currency = i % 2 == 0 ? "USD" : "EUR";
            prices.add("2026-01-05 H" + i + " 10 " + currency);
            prices.add("2026-01-06 H" + i + " 11 " + currency);
            rows.add("2026-01-05 buy H" + i + " 3 10 - " + currency + " -");
        }
        prices.add("2026-01-05 EUR/USD 1.1 USD");
        books.price(prices);
        books.importTransactions.importRows(owner, id, Books.file(rows).iterator());
        books.valuePortfolio.daily(owner, id, null, null);
        return id;
    }

    private Map<String, Integer> counts(PortfolioId id) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        count(counts, "list", () -> books.portfolios.page(owner, PageRequest.first(50)));
        count(counts, "transactions", () -> books.transactions.page(id, PageRequest.first(50)));
        String first =
                books.transactions.page(id, PageRequest.first(2)).nextCursor().orElseThrow();
        count(counts, "transactions further on", () -> books.transactions.page(id, new PageRequest(50, first)));
        count(counts, "holdings", () -> books.viewHoldings.view(owner, id, null));
        count(counts, "summary", () -> books.viewSummary.view(owner, id, null));
        count(counts, "valuations", () -> books.valuePortfolio.daily(owner, id, null, null));
        count(counts, "lots", () -> books.viewLots.view(owner, id, null));
        count(counts, "gains", () -> books.viewGains.view(owner, id, null, null));
        count(counts, "export", () -> books.transactions.effective(id));
        count(counts, "known file", () -> importAgain(id));
        count(counts, "new file", () -> importNew(id));
        count(counts, "audit", () -> audit.page(EVERY_ENTRY, PageRequest.first(50)));
        String earlier = "2026-01-05T12:00:00Z~" + UUID.randomUUID();
        count(counts, "audit further on", () -> audit.page(EVERY_ENTRY, new PageRequest(50, earlier)));
        count(
                counts,
                "price series",
                () -> books.prices.series(Set.of(new Symbol("H0"), new Symbol("H1")), LocalDate.EPOCH, Books.today()));
        count(counts, "outbox", () -> books.queue.state());
        return counts;
    }

    /** A file that is there already, with external ids and without: what it takes to tell. */
    private void importAgain(PortfolioId id) {
        List<String> rows = new ArrayList<>();
        books.transactions.effective(id).stream()
                .map(Transaction::entry)
                .filter(entry -> entry.type() == TransactionType.BUY)
                .forEach(entry -> rows.add(
                        entry.date() + " buy " + entry.symbol().orElseThrow() + " 3 10 - " + entry.currency() + " -"));
        assertThat(books.importTransactions.importRows(
                        owner, id, Books.file(rows).iterator()))
                .isEqualTo(new TransactionImport.Done(rows.size(), 0, rows.size()));
    }

    /** One row for each instrument that is held. */
    private void importNew(PortfolioId id) {
        List<String> rows = new ArrayList<>();
        books.transactions.effective(id).stream()
                .map(Transaction::entry)
                .filter(entry -> entry.type() == TransactionType.BUY)
                .forEach(entry -> rows.add("2026-01-06 sell " + entry.symbol().orElseThrow() + " 1 12 - "
                        + entry.currency() + " sold-" + entry.symbol().orElseThrow()));
        assertThat(books.importTransactions.importRows(
                        owner, id, Books.file(rows).iterator()))
                .isEqualTo(new TransactionImport.Done(rows.size(), rows.size(), 0));
    }

    private void count(Map<String, Integer> counts, String what, Runnable question) {
        recorded.take();
        question.run();
        counts.put(what, recorded.take().size());
    }

    @Test
    void takeAsManyStatementsForManyHoldingsAsForFew() {
        Map<String, Integer> few = counts(portfolio(4));
        Map<String, Integer> many = counts(portfolio(40));

        assertThat(many).isEqualTo(few);
        assertThat(few.get("list")).isEqualTo(1);
        assertThat(few.get("transactions")).isEqualTo(1);
        assertThat(few.get("valuations")).isLessThanOrEqualTo(5);
        assertThat(few.get("holdings")).isLessThanOrEqualTo(9);
        assertThat(few.get("summary")).isLessThanOrEqualTo(9);
        assertThat(few.get("lots")).isLessThanOrEqualTo(9);
        assertThat(few.get("gains")).isLessThanOrEqualTo(9);
        assertThat(few.get("audit")).isEqualTo(1);
    }

    /**
     * A small table is read as a whole whatever indexes it has, so whole reads are forbidden here: where one shows in spite of that, no
     * index can answer the statement.
     */
    @Test
    void areAnsweredByIndexes() throws SQLException {
        PortfolioId id = portfolio(5);
        recorded.take();
        counts(id);
        books.recordTransaction.record(owner, id, Books.fields("2026-01-06 buy H0 1 10 - USD X-1"));
        books.viewHoldings.view(owner, id, null);
        books.valuePortfolio.daily(owner, id, null, null);
        while (books.deliver.deliverNext() != DeliverEvents.Outcome.NOTHING) {}

        List<String> unanswered = new ArrayList<>();
        List<String> untyped = new ArrayList<>();
        int explained = 0;
        try (Connection connection = plain();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            for (String sql : recorded.take().stream().distinct().toList()) {
                if (sql.toLowerCase(java.util.Locale.ROOT).matches("(?s)(with|select|insert|update|delete).*")) {
                    try {
                        wholeReads(statement, sql).forEach(line -> unanswered.add(line + " in " + sql));
                        explained++;
                    } catch (SQLException noTypeOfAParameter) {
                        untyped.add(sql);
                    }
                }
            }
        }

        assertThat(explained).isGreaterThan(15);
        assertThat(unanswered).isEmpty();
        assertThat(untyped)
                .as("statements that cannot be explained without values")
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void wouldBeNoticedWithoutAnIndex() throws SQLException {
        try (Connection connection = plain();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");

            assertThat(wholeReads(statement, "select id from ledger_transaction where reason = ?"))
                    .hasSize(1);
        }
    }

    /** Sends statements as they are: the driver's usual way would want values for the parameters. */
    private static Connection plain() throws SQLException {
        return DriverManager.getConnection(
                DATABASE.settings().url() + "?preferQueryMode=simple",
                DATABASE.settings().username(),
                DATABASE.settings().password());
    }

    private static List<String> wholeReads(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet plan = statement.executeQuery("explain (generic_plan) " + numbered(sql))) {
            while (plan.next()) {
                String line = plan.getString(1).strip().replaceFirst("^->\\s*", "");
                if (line.startsWith("Seq Scan on") && !SMALL.matcher(line).matches()) {
                    found.add(line);
                }
            }
        }
        return found;
    }

    private static String numbered(String sql) {
        Matcher parameter = PARAMETER.matcher(sql);
        StringBuilder text = new StringBuilder();
        for (int number = 1; parameter.find(); number++) {
            parameter.appendReplacement(text, "\\$" + number);
        }
        parameter.appendTail(text);
        return text.toString();
    }
}
