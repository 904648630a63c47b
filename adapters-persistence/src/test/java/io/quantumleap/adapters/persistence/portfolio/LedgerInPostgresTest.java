package io.quantumleap.adapters.persistence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.persistence.SqlState;
import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.Undoing;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerInPostgresTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int THREADS = 8;

    private final Clock clock = Clock.systemUTC();
    private Portfolios portfolios;
    private Transactions transactions;
    private ImportTransactions importTransactions;
    private RecordTransaction recordTransaction;
    private ReverseTransaction reverseTransaction;
    private UserId owner;
    private Portfolio portfolio;

    @BeforeEach
    void openPortfolio() {
        portfolios = new JpaPortfolios(DATABASE.unitOfWork());
        transactions = new JdbcTransactions(DATABASE.unitOfWork());
        UuidV7Ids ids = new UuidV7Ids();
        importTransactions =
                new ImportTransactions(portfolios, transactions, DATABASE.unitOfWork(), event -> {}, ids, clock);
        recordTransaction =
                new RecordTransaction(portfolios, transactions, DATABASE.unitOfWork(), event -> {}, ids, clock);
        reverseTransaction =
                new ReverseTransaction(portfolios, transactions, DATABASE.unitOfWork(), event -> {}, ids, clock);
        owner = LedgerRows.user(DATABASE);
        portfolio = new OpenPortfolio(portfolios, DATABASE.unitOfWork(), ids, clock)
                .open(owner, new PortfolioName("Test"), Currency.getInstance("EUR"));
    }

    private static TransactionFields fields(String date, String type, String symbol, String quantity, String amount) {
        return new TransactionFields(date, type, symbol, quantity, symbol.isEmpty() ? "" : "10", "", amount, "", "");
    }

    private static List<TransactionRow> file(int days) {
        List<TransactionRow> rows = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            String date = LocalDate.of(2020, 1, 1).plusDays(i).toString();
            rows.add(new TransactionRow.Cells(2 * i + 2, fields(date, "deposit", "", "", "100")));
            rows.add(new TransactionRow.Cells(2 * i + 3, fields(date, "buy", "ACME", "2", "")));
        }
        return rows;
    }

    private TransactionImport importRows(List<TransactionRow> rows) {
        return importTransactions.importRows(owner, portfolio.id(), rows.iterator());
    }

    private Transaction recorded(TransactionFields fields) {
        return ((Recording.Done) recordTransaction.record(owner, portfolio.id(), fields)).transaction();
    }

    private static <T> List<T> allAtOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(java.util.Collections.nCopies(THREADS, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void booksAFileOnceHoweverManyTimesItArrivesAtTheSameMoment() throws Exception {
        List<TransactionImport> outcomes = allAtOnce(() -> importRows(file(50)));

        assertThat(outcomes)
                .containsOnlyOnce(new TransactionImport.Done(100, 100, 0))
                .contains(new TransactionImport.Done(100, 0, 100));
        assertThat(transactions.effective(portfolio.id())).hasSize(100);
        Portfolio after = portfolios.find(owner, portfolio.id()).orElseThrow();
        assertThat(after.ledger().transactionCount()).isEqualTo(100);
        assertThat(after.version()).isEqualTo(2);
    }

    @Test
    void sellsWhatIsHeldOnceWhenManySellItAtTheSameMoment() throws Exception {
        recorded(fields("2020-01-01", "buy", "ACME", "10", ""));

        List<Recording> outcomes = allAtOnce(
                () -> recordTransaction.record(owner, portfolio.id(), fields("2020-01-02", "sell", "ACME", "10", "")));

        assertThat(outcomes).filteredOn(Recording.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Recording.Refused.class::isInstance).hasSize(THREADS - 1);
    }

    @Test
    void reversesOnceWhenManyReverseAtTheSameMoment() throws Exception {
        Transaction wrong = recorded(fields("2020-01-01", "deposit", "", "", "5"));

        List<Undoing> outcomes = allAtOnce(
                () -> reverseTransaction.reverse(owner, portfolio.id(), wrong.id(), new Reason("Typed twice")));

        assertThat(outcomes).filteredOn(Undoing.Done.class::isInstance).hasSize(1);
        assertThat(transactions.effective(portfolio.id())).isEmpty();
        assertThat(portfolios.find(owner, portfolio.id()).orElseThrow().ledger().transactionCount())
                .isEqualTo(2);
    }

    @Test
    void keepsNothingOfAUnitThatFails() {
        assertThatThrownBy(() -> DATABASE.unitOfWork().run(() -> {
                    importRows(file(3));
                    throw new IllegalStateException("the server dies here");
                }))
                .hasMessage("the server dies here");

        assertThat(transactions.effective(portfolio.id())).isEmpty();
        assertThat(portfolios.find(owner, portfolio.id())).contains(portfolio);
    }

    @Test
    void refusesToChangeOrDeleteARow() {
        recorded(fields("2020-01-01", "deposit", "", "", "5"));

        assertThatThrownBy(() -> execute("update ledger_transaction set amount = 6"))
                .satisfies(failure -> assertThat(SqlState.of(failure)).contains("23001"));
        assertThatThrownBy(() -> execute("delete from ledger_transaction"))
                .satisfies(failure -> assertThat(SqlState.of(failure)).contains("23001"));
    }

    @Test
    void letsTheRowsGoWithTheirPortfolio() {
        importRows(file(3));
        reverseTransaction.reverse(
                owner,
                portfolio.id(),
                transactions.effective(portfolio.id()).get(0).id(),
                new Reason("Wrong account"));

        assertThat(portfolios.remove(owner, portfolio.id())).isTrue();
        assertThat(transactions.effective(portfolio.id())).isEmpty();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
