package io.quantumleap.adapters.persistence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.SqlState;
import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.Reason;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses by itself, when the program's own role tries it with plain statements. */
class LedgerConstraintsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String APPEND_ONLY = "23001";
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";

    private final Clock clock = Clock.systemUTC();
    private Portfolio portfolio;
    private Transaction bought;
    private Transaction reversal;

    @BeforeEach
    void recordSomething() {
        Portfolios portfolios = new JpaPortfolios(DATABASE.unitOfWork());
        Transactions transactions = new JdbcTransactions(DATABASE.unitOfWork());
        UuidV7Ids ids = new UuidV7Ids();
        UserId owner = LedgerRows.user(DATABASE);
        portfolio = new OpenPortfolio(portfolios, DATABASE.unitOfWork(), ids, clock)
                .open(owner, new PortfolioName("Test"), Currency.getInstance("EUR"));
        List<TransactionRow> rows = List.of(
                new TransactionRow.Cells(2, fields("deposit", "", "", "100", "d-1")),
                new TransactionRow.Cells(3, fields("buy", "ACME", "2", "", "b-1")),
                new TransactionRow.Cells(4, fields("deposit", "", "", "7", "d-2")));
        assertThat(new ImportTransactions(portfolios, transactions, DATABASE.unitOfWork(), event -> {}, ids, clock)
                        .importRows(owner, portfolio.id(), rows.iterator()))
                .isInstanceOf(TransactionImport.Done.class);
        List<Transaction> recorded = transactions.effective(portfolio.id());
        bought = recorded.get(1);
        Undoing undone = new ReverseTransaction(
                        portfolios, transactions, DATABASE.unitOfWork(), event -> {}, ids, clock)
                .reverse(owner, portfolio.id(), recorded.get(2).id(), new Reason("Typed twice"));
        reversal = ((Undoing.Done) undone).reversal();
    }

    private static TransactionFields fields(String type, String symbol, String quantity, String amount, String id) {
        return new TransactionFields(
                "2020-01-01", type, symbol, quantity, symbol.isEmpty() ? "" : "10", "", amount, "", id);
    }

    /** The SQL state that a statement is refused with; nothing of it stays in any case. */
    private String refusal(String sql) {
        String text = sql.replace(":portfolio", "'" + portfolio.id() + "'")
                .replace(":bought", "'" + bought.id() + "'")
                .replace(":reversal", "'" + reversal.id() + "'");
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(text);
                return "accepted";
            } catch (SQLException refused) {
                return SqlState.of(refused).orElse("no state");
            } finally {
                connection.rollback();
            }
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_transaction set amount = 6 where id = :bought",
                "delete from ledger_transaction where id = :bought",
                "update ledger_posting set amount = 0 where transaction_id = :bought",
                "delete from ledger_posting where transaction_id = :bought",
                "truncate ledger_posting",
                "truncate ledger_transaction cascade",
                "truncate portfolio cascade"
            })
    void whatIsRecordedStands(String sql) {
        assertThat(refusal(sql)).isEqualTo(APPEND_ONLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_balance set amount = -1 where portfolio_id = :portfolio and kind = 'units'",
                "update ledger_balance set amount = -1, may_be_negative = true where portfolio_id = :portfolio and kind = 'units'",
                "insert into ledger_balance values (:portfolio, 'units', 'OTHER', -1, true)",
                "update portfolio set overdraft_allowed = false where id = :portfolio;"
                        + " update ledger_balance set amount = -0.01 where portfolio_id = :portfolio and kind = 'cash'"
            })
    void noBalanceIsLessThanThePolicyAllows(String sql) {
        assertThat(refusal(sql)).isEqualTo(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into ledger_posting values (:portfolio, :bought, 3, 'cash', null, 'EUR', 5, 0)",
                "insert into ledger_posting values (:portfolio, :bought, 3, 'cash', null, 'EUR', 5, 0),"
                        + " (:portfolio, :bought, 4, 'cash', null, 'USD', -5, 0)",
                "insert into ledger_posting values (:portfolio, :bought, 3, 'cash', null, 'EUR', 5, 0),"
                        + " (:portfolio, :bought, 4, 'external', null, 'EUR', -5, 0)",
                "insert into ledger_posting values (:portfolio, :bought, 9, 'position', 'ACME', 'EUR', 0, 5)",
                "insert into ledger_posting values (:portfolio, :bought, 3, 'cash', 'ACME', 'EUR', 0, 5)"
            })
    void postingsAddUpAndNoneCanBeAdded(String sql) {
        assertThat(refusal(sql)).isEqualTo(CHECK);
    }

    private static String copy(String of, String changes) {
        return "insert into ledger_transaction select (jsonb_populate_record(one, '" + changes
                + "'::jsonb || jsonb_build_object('id', gen_random_uuid(), 'sequence', 99))).* from ledger_transaction one where id = "
                + of;
    }

    @Test
    void anExternalIdIsThereOnce() {
        assertThat(refusal(copy(":bought", "{}"))).isEqualTo(UNIQUE);
        assertThat(refusal(copy(":bought", "{\"external_id\": \"other\"}"))).isEqualTo("accepted");
    }

    @Test
    void aReversalSaysWhatItUndoesAndIsNotUndone() {
        String undoing = "{\"reversal_of\": \"" + bought.id() + "\", \"reason\": \"Wrong\"";

        assertThat(refusal(copy(":bought", undoing + "}"))).isEqualTo("accepted");
        assertThat(refusal(copy(":bought", undoing + ", \"amount\": 21}"))).isEqualTo(CHECK);
        assertThat(refusal(copy(":bought", undoing + ", \"date\": \"2020-01-02\"}")))
                .isEqualTo(CHECK);
        assertThat(refusal(copy(":reversal", "{}"))).isEqualTo(UNIQUE);
        assertThat(refusal(copy(":reversal", "{\"reversal_of\": \"" + reversal.id() + "\"}")))
                .isEqualTo(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fee\": -1}",
                "{\"amount\": -1}",
                "{\"quantity\": 0}",
                "{\"quantity\": null}",
                "{\"currency\": \"eur\"}",
                "{\"type\": \"gift\"}",
                "{\"settlement_date\": \"2019-12-31\"}",
                "{\"to_amount\": 5}",
                "{\"lots\": \"b-1\"}"
            })
    void aTransactionHasTheFormOfItsType(String changes) {
        String fresh = changes.replaceFirst("\\{", "{\"external_id\": \"fresh\", ");

        assertThat(refusal(copy(":bought", fresh))).isEqualTo(CHECK);
    }

    @Test
    void everyMomentKnowsItsZoneAndEveryKeyItsTime() throws SQLException {
        assertThat(texts("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and data_type = 'timestamp without time zone'"
                        + " and table_name <> 'flyway_schema_history'"))
                .isEmpty();
        assertThat(
                        texts(
                                "select distinct substr(id::text, 15, 1) from (select id from ledger_transaction"
                                        + " union all select id from portfolio union all select transaction_id from ledger_posting) keys"))
                .containsExactly("7");
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
