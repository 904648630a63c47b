package io.quantumleap.adapters.persistence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.adapters.persistence.UuidV7Ids;
import io.quantumleap.core.portfolio.Book;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ImportPreview;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.LotMethod;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.Office;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are staged in the database, against the same use case over lists. */
class StagedImportTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final List<String> SYMBOLS = List.of("A", "B", "C");
    private static final List<LotMethod> METHODS = List.of(LotMethod.values());
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final int FILES = 6;

    /** One ledger and the ways into it. */
    private static final class House {

        private final UserId owner = new UserId(UUID.randomUUID());
        private final Transactions transactions;
        private final Portfolio portfolio;
        private final ImportTransactions importTransactions;
        private final ReverseTransaction reverseTransaction;
        private final ChangePortfolio changePortfolio;
        private final ReconcileLedger reconcileLedger;

        House(Portfolios portfolios, Transactions transactions, UnitOfWork work) {
            UuidV7Ids ids = new UuidV7Ids();
            this.transactions = transactions;
            importTransactions = new ImportTransactions(portfolios, transactions, work, event -> {}, ids, Office.CLOCK);
            reverseTransaction = new ReverseTransaction(portfolios, transactions, work, event -> {}, ids, Office.CLOCK);
            changePortfolio = new ChangePortfolio(portfolios, transactions, work, event -> {});
            reconcileLedger = new ReconcileLedger(transactions, work);
            portfolio = new OpenPortfolio(portfolios, work, ids, Office.CLOCK)
                    .open(owner, new PortfolioName("Test"), Currency.getInstance("EUR"));
        }

        void under(LotMethod method, boolean shortingAllowed, boolean overdraftAllowed) {
            changePortfolio.change(
                    owner,
                    portfolio.id(),
                    new ChangePortfolio.Change(null, method, shortingAllowed, overdraftAllowed, null),
                    OptionalLong.empty());
        }

        List<String> preview(List<TransactionFields> file) {
            ImportPreview outcome = importTransactions.preview(owner, portfolio.id(), rows(file));
            return outcome instanceof ImportPreview.Refused refused
                    ? told(refused.errors())
                    : List.of(outcome.toString());
        }

        List<String> importFile(List<TransactionFields> file) {
            TransactionImport outcome = importTransactions.importRows(owner, portfolio.id(), rows(file));
            return outcome instanceof TransactionImport.Refused refused
                    ? told(refused.errors())
                    : List.of(outcome.toString());
        }

        List<String> ledger() {
            return transactions.effective(portfolio.id()).stream()
                    .map(transaction ->
                            transaction.sequence() + " " + transaction.occurrence() + " " + transaction.entry())
                    .toList();
        }

        /** What is stored, without zeros. */
        Map<String, BigDecimal> balances() {
            Map<String, BigDecimal> balances = new TreeMap<>();
            transactions
                    .balances(portfolio.id())
                    .forEach(balance ->
                            balances.put(balance.unit(), balance.amount().stripTrailingZeros()));
            balances.values().removeIf(amount -> amount.signum() == 0);
            return balances;
        }

        /** The same from a book that keeps every lot. */
        Map<String, BigDecimal> balancesByLots(LotMethod method) {
            Book book = new Book(method);
            transactions.effective(portfolio.id()).forEach(transaction -> book.put(transaction.entry()));
            Map<String, BigDecimal> balances = new TreeMap<>();
            book.held()
                    .forEach(held -> balances.put(held.value(), book.units(held).stripTrailingZeros()));
            book.cash()
                    .forEach(money -> balances.put(
                            money.currency().getCurrencyCode(), money.amount().stripTrailingZeros()));
            return balances;
        }

        /** Reverses the transaction of a sequence; says whether that was possible. */
        boolean reverse(long sequence) {
            Transaction wrong =
                    transactions.recorded(portfolio.id(), sequence - 1, 1).get(0);
            return reverseTransaction
                    .reverse(owner, portfolio.id(), wrong.id(), new Reason("wrong"))
                    .getClass()
                    .getSimpleName()
                    .equals("Done");
        }
    }

    private static List<String> told(RowErrors errors) {
        return Stream.concat(
                        Stream.of(errors.count() + " errors"),
                        errors.listed().stream().map(error -> error.line() + " " + error.column() + " " + error.code()))
                .sorted()
                .toList();
    }

    private static Iterator<TransactionRow> rows(List<TransactionFields> file) {
        return IntStream.range(0, file.size())
                .<TransactionRow>mapToObj(i -> new TransactionRow.Cells(i + 2, file.get(i)))
                .iterator();
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesWhatTheSameImportDoesOverLists(long seed) {
        Random random = new Random(seed);
        House database = new House(
                new JpaPortfolios(DATABASE.unitOfWork()),
                new JdbcTransactions(DATABASE.unitOfWork()),
                DATABASE.unitOfWork());
        House lists = new House(new InMemoryPortfolios(), new InMemoryTransactions(), new OneAtATime());
        LotMethod method = METHODS.get(random.nextInt(METHODS.size()));
        boolean overdraftAllowed = random.nextInt(3) > 0;
        boolean shortingAllowed = random.nextBoolean();
        Stream.of(database, lists).forEach(house -> house.under(method, shortingAllowed, overdraftAllowed));
        for (int i = 0; i < FILES; i++) {
            List<TransactionFields> file = file(random, 1 + random.nextInt(30));
            assertThat(database.preview(file)).isEqualTo(lists.preview(file));
            assertThat(database.importFile(file)).isEqualTo(lists.importFile(file));
            assertThat(database.ledger()).isEqualTo(lists.ledger());
            if (random.nextInt(3) == 0 && !lists.ledger().isEmpty()) {
                long sequence = 1L + random.nextInt(lists.ledger().size());
                assertThat(database.reverse(sequence)).isEqualTo(lists.reverse(sequence));
            }
        }
        assertThat(database.reconcileLedger.reconcile().drifts()).isEmpty();
        assertThat(database.balances()).isEqualTo(database.balancesByLots(method));
    }

    /** Rows that repeat each other, sell what may not be there, name lots and ids that may be taken. */
    private static List<TransactionFields> file(Random random, int length) {
        List<TransactionFields> file = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            file.add(Office.fields(row(random)));
            if (random.nextInt(8) == 0) {
                file.add(file.get(random.nextInt(file.size())));
            }
        }
        if (random.nextBoolean()) {
            file.sort(Comparator.comparing(TransactionFields::date));
        }
        if (random.nextInt(4) == 0) {
            file.sort(Comparator.comparing(TransactionFields::date));
            Collections.reverse(file);
        }
        return file;
    }

    private static String row(Random random) {
        String date = FIRST.plusDays(random.nextInt(12)).toString();
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        String id = random.nextInt(4) == 0 ? "id-" + random.nextInt(12) : "-";
        int quantity = 1 + random.nextInt(4);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> date + " buy " + symbol + " " + quantity + " 10 - - - " + id;
            case 4 -> date + " sell " + symbol + " " + quantity + " 11 - - - " + id;
            case 5 ->
                date + " sell " + symbol + " 1 11 - - - " + id + " lot:"
                        + (random.nextBoolean() ? FIRST.plusDays(random.nextInt(12)) : "id-" + random.nextInt(12));
            case 6, 7, 8 -> date + " deposit - - - - " + (50 + random.nextInt(3)) + " - " + id;
            case 9 -> date + " withdrawal - - - - 20 - " + id;
            case 10 -> date + " split " + symbol + " 0.5 - - - - " + id;
            default ->
                date + " merger " + symbol + " 1 - - - - " + id + " to_symbol:"
                        + SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        };
    }

    @Test
    void takesAFileOfManyPieces() {
        House house = new House(
                new JpaPortfolios(DATABASE.unitOfWork()),
                new JdbcTransactions(DATABASE.unitOfWork()),
                DATABASE.unitOfWork());
        List<TransactionFields> file = IntStream.range(0, 12_001)
                .mapToObj(i -> Office.fields(FIRST.plusDays(i / 40) + " buy S" + i % 7 + " 1 10 - - - i-" + i))
                .toList();

        assertThat(house.importFile(file)).containsExactly("Done[rows=12001, imported=12001, duplicates=0]");
        assertThat(house.importFile(file)).containsExactly("Done[rows=12001, imported=0, duplicates=12001]");

        assertThat(house.transactions.lastSequence(house.portfolio.id())).isEqualTo(12_001);
        assertThat(house.reconcileLedger.reconcile().drifts()).isEmpty();
    }
}
