package io.quantumleap.adapters.persistence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.adapters.persistence.DatabaseUnavailableException;
import io.quantumleap.adapters.persistence.SqlState;
import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.portfolio.Reconciliation;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.Undoing;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The double entry and the balances, in a real database. */
class LedgerBooksInPostgresTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int WRITERS = 64;
    private static final int ROUNDS = 5;
    private static final int MOST_ATTEMPTS = 20;

    private final Clock clock = Clock.systemUTC();
    private final UuidV7Ids ids = new UuidV7Ids();
    private final Portfolios portfolios = new JpaPortfolios(DATABASE.unitOfWork());
    private final Transactions transactions = new JdbcTransactions(DATABASE.unitOfWork());
    private final RecordTransaction recordTransaction =
            new RecordTransaction(portfolios, transactions, DATABASE.unitOfWork(), event -> {}, ids, clock);
    private final ReverseTransaction reverseTransaction =
            new ReverseTransaction(portfolios, transactions, DATABASE.unitOfWork(), event -> {}, ids, clock);
    private final ReconcileLedger reconcileLedger = new ReconcileLedger(transactions, DATABASE.unitOfWork());
    private final ChangePortfolio changePortfolio =
            new ChangePortfolio(portfolios, transactions, DATABASE.unitOfWork(), event -> {});
    private final UserId owner = LedgerRows.user(DATABASE);
    private Portfolio portfolio;

    @BeforeEach
    void openPortfolio() {
        portfolio = new OpenPortfolio(portfolios, DATABASE.unitOfWork(), ids, clock)
                .open(owner, new PortfolioName("Test"), Currency.getInstance("EUR"));
    }

    private Recording record(String date, String type, String symbol, String quantity, String amount) {
        String price = symbol.isEmpty() ? "" : "10";
        return recordTransaction.record(
                owner, portfolio.id(), new TransactionFields(date, type, symbol, quantity, price, "", amount, "", ""));
    }

    private Transaction done(String date, String type, String symbol, String quantity, String amount) {
        return ((Recording.Done) record(date, type, symbol, quantity, amount)).transaction();
    }

    private Map<String, String> balances() {
        return transactions.balances(portfolio.id()).stream()
                .collect(Collectors.toMap(
                        Balance::unit, balance -> balance.amount().toPlainString()));
    }

    private List<Reconciliation.Drift> drifts(Reconciliation found) {
        return found.drifts().stream()
                .filter(drift -> drift.portfolio().equals(portfolio.id()))
                .toList();
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String ofPortfolio() {
        return " where portfolio_id = '" + portfolio.id() + "'";
    }

    @Test
    void keepsBalancesWithTheLedgerAndGivesThemBackWhenATradeIsBusted() {
        done("2024-01-01", "deposit", "", "", "500");
        Transaction trade = done("2024-01-02", "buy", "DAX", "20", "");
        assertThat(balances()).containsExactlyInAnyOrderEntriesOf(Map.of("EUR", "300", "DAX", "20"));

        assertThat(reverseTransaction.reverse(owner, portfolio.id(), trade.id(), new Reason("Wrong client")))
                .isInstanceOf(Undoing.Done.class);

        assertThat(balances()).containsExactlyInAnyOrderEntriesOf(Map.of("EUR", "500", "DAX", "0"));
        assertThat(drifts(reconcileLedger.reconcile())).isEmpty();
    }

    @Test
    void findsABalanceThatSomebodyChangedAndRebuildsIt() throws SQLException {
        done("2024-01-01", "deposit", "", "", "500");
        execute("update ledger_balance set amount = amount + 0.01" + ofPortfolio());

        assertThat(drifts(reconcileLedger.reconcile()))
                .containsExactly(new Reconciliation.Drift(portfolio.id(), "balance", "cash EUR", "500", "500.01"));
        assertThat(drifts(reconcileLedger.rebuild())).isEmpty();
        assertThat(balances()).containsEntry("EUR", "500");
    }

    @Test
    void findsAPostingThatSomebodyChanged() throws SQLException {
        Transaction deposit = done("2024-01-01", "deposit", "", "", "500");
        execute(
                "alter table ledger_posting disable trigger ledger_is_append_only",
                "update ledger_posting set amount = amount * 2" + ofPortfolio(),
                "alter table ledger_posting enable trigger ledger_is_append_only");

        assertThat(drifts(reconcileLedger.reconcile()))
                .containsExactly(new Reconciliation.Drift(
                        portfolio.id(),
                        "posting",
                        deposit.id().toString(),
                        "cash 500 EUR, external -500 EUR",
                        "cash 1000 EUR, external -1000 EUR"));
    }

    @Test
    void findsATransactionThatSomebodyChanged() throws SQLException {
        done("2024-01-01", "deposit", "", "", "500");
        execute(
                "alter table ledger_transaction disable trigger ledger_is_append_only",
                "update ledger_transaction set amount = 5000" + ofPortfolio(),
                "alter table ledger_transaction enable trigger ledger_is_append_only");

        assertThat(drifts(reconcileLedger.reconcile()))
                .extracting(Reconciliation.Drift::kind)
                .containsExactly("posting", "balance");
    }

    @Test
    void refusesPostingsThatDoNotAddUpAndChangesOfThem() {
        Transaction deposit = done("2024-01-01", "deposit", "", "", "500");

        assertThatThrownBy(() -> execute("insert into ledger_posting values ('" + portfolio.id() + "', '" + deposit.id()
                        + "', 3, 'cash', null, 'EUR', 1, 0)"))
                .satisfies(failure -> assertThat(SqlState.of(failure)).contains("23514"));
        assertThatThrownBy(() -> execute("update ledger_posting set amount = 1" + ofPortfolio()))
                .satisfies(failure -> assertThat(SqlState.of(failure)).contains("23001"));
        assertThatThrownBy(() -> execute("delete from ledger_posting" + ofPortfolio()))
                .satisfies(failure -> assertThat(SqlState.of(failure)).contains("23001"));
    }

    @Test
    void cannotStoreABalanceThatThePolicyForbids() throws SQLException {
        done("2024-01-01", "buy", "DAX", "20", "");
        execute("update ledger_balance set amount = -300 where kind = 'cash' and portfolio_id = '" + portfolio.id()
                + "'");

        assertThatThrownBy(
                        () -> execute("update ledger_balance set amount = -1 where kind = 'units' and portfolio_id = '"
                                + portfolio.id() + "'"))
                .satisfies(failure -> assertThat(SqlState.of(failure)).contains("23514"));
        assertThatThrownBy(() ->
                        execute("update portfolio set overdraft_allowed = false where id = '" + portfolio.id() + "'"))
                .satisfies(failure -> assertThat(SqlState.of(failure)).contains("23514"));
    }

    @Test
    void postsWhatAServerOfTheVersionBeforeHasRecorded() throws SQLException {
        done("2024-01-01", "deposit", "", "", "500");
        execute(
                "insert into ledger_transaction (id, portfolio_id, sequence, date, type, fee, amount, currency, content,"
                        + " occurrence, recorded_at) select gen_random_uuid(), portfolio_id, 2, date, type, fee, 7, currency,"
                        + " sha256('seven'), 1, recorded_at from ledger_transaction" + ofPortfolio());
        assertThat(drifts(reconcileLedger.reconcile()))
                .extracting(Reconciliation.Drift::kind)
                .containsExactly("unposted", "balance");

        done("2024-01-03", "deposit", "", "", "3");

        assertThat(balances()).containsEntry("EUR", "510");
        assertThat(drifts(reconcileLedger.reconcile())).isEmpty();
    }

    @Test
    void losesNoWriteOfManyWritersAtOnce() throws Exception {
        done("2024-01-01", "buy", "DAX", "100", "");
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<BigDecimal>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(() -> write(writer));
            }
            BigDecimal cash = new BigDecimal("-1000");
            for (Future<BigDecimal> written : threads.invokeAll(writers)) {
                cash = cash.add(written.get());
            }
            assertThat(balances()).containsEntry("EUR", cash.toPlainString());
        } finally {
            threads.shutdownNow();
        }
        assertThat(drifts(reconcileLedger.reconcile())).isEmpty();
        assertThat(new BigDecimal(balances().get("DAX"))).isNotNegative();
        List<Transaction> all = transactions.recorded(portfolio.id(), 0, 10_000);
        assertThat(all).extracting(Transaction::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(portfolios.find(owner, portfolio.id()).orElseThrow().ledger().transactionCount())
                .isEqualTo(all.size());
    }

    /** Ten connections serve them all: who waited in vain for one has changed nothing and asks again. */
    private static <T> T patiently(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (DatabaseUnavailableException busy) {
                if (attempt == MOST_ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }

    /** Sells what may be gone by then, deposits, busts its own deposit; returns what that does to the cash. */
    private BigDecimal write(int writer) {
        BigDecimal cash = BigDecimal.ZERO;
        for (int round = 0; round < ROUNDS; round++) {
            if (patiently(() -> record("2024-01-02", "sell", "DAX", "1", "")) instanceof Recording.Done) {
                cash = cash.add(BigDecimal.TEN);
            }
            String amount = Integer.toString(writer + 1);
            Transaction deposit = patiently(() -> done("2024-01-03", "deposit", "", "", amount));
            if (round % 2 == 0) {
                Reason reason = new Reason("Typed twice");
                patiently(() -> reverseTransaction.reverse(owner, portfolio.id(), deposit.id(), reason));
            } else {
                cash = cash.add(BigDecimal.valueOf(writer + 1));
            }
        }
        return cash;
    }

    @Test
    void refusesTheChangeOfAPortfolioByWhoHasNotSeenTheLast() {
        long seen = portfolio.version();
        done("2024-01-01", "deposit", "", "", "500");
        ChangePortfolio.Change noOverdraft = new ChangePortfolio.Change(null, null, null, false, null);

        assertThatThrownBy(() -> changePortfolio.change(owner, portfolio.id(), noOverdraft, OptionalLong.of(seen)))
                .isInstanceOf(ConflictException.class);
        Portfolio changed = changePortfolio.change(owner, portfolio.id(), noOverdraft, OptionalLong.of(seen + 1));
        assertThat(changed.policy().overdraftAllowed()).isFalse();
        assertThat(portfolios.find(owner, portfolio.id())).contains(changed);
        assertThat(record("2024-01-02", "withdrawal", "", "", "501")).isInstanceOf(Recording.Refused.class);
    }
}
