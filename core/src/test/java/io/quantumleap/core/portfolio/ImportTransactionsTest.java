package io.quantumleap.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.Office;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportTransactionsTest {

    private final Office office = new Office("EUR");

    private List<Transaction> ledger() {
        return office.transactions.effective(office.portfolio.id());
    }

    @Test
    void changesNothingWhenAFileComesTwice() {
        String[] file = {
            "2026-01-02 deposit - - - - 100",
            "2026-01-02 deposit - - - - 100",
            "2026-01-03 buy DAX 1 50 - - - b-1",
            "2026-01-04 sell DAX 1 55"
        };

        assertThat(office.importFile(file)).isEqualTo(new TransactionImport.Done(4, 4, 0));
        Portfolio once = office.now();
        assertThat(office.importFile(file)).isEqualTo(new TransactionImport.Done(4, 0, 4));

        assertThat(office.now()).isEqualTo(once);
        assertThat(once.version()).isEqualTo(2);
        assertThat(once.ledger()).isEqualTo(new LedgerExtent(4, day("2026-01-02"), day("2026-01-04")));
    }

    private static java.time.LocalDate day(String day) {
        return java.time.LocalDate.parse(day);
    }

    @Test
    void addsOnlyWhatIsNewFromAnOverlappingFile() {
        office.book("2026-01-02 deposit - - - - 100", "2026-01-03 deposit - - - - 5");

        assertThat(office.importFile(
                        "2026-01-03 deposit - - - - 5", "2026-01-03 deposit - - - - 5", "2026-01-04 deposit - - - - 7"))
                .isEqualTo(new TransactionImport.Done(3, 2, 1));
        assertThat(ledger()).hasSize(4);
    }

    @Test
    void takesAnExternalIdTwiceInOneFileForOneTransaction() {
        assertThat(office.importFile("2026-01-02 deposit - - - - 5 - a", "2026-01-02 deposit - - - - 5 - a"))
                .isEqualTo(new TransactionImport.Done(2, 1, 1));
    }

    @Test
    void refusesAnExternalIdWithOtherContent() {
        office.book("2026-01-02 deposit - - - - 5 - a");

        assertThat(office.errors("2026-01-02 deposit - - - - 6 - a")).containsExactly("2 external_id taken");
        assertThat(office.errors("2026-01-02 deposit - - - - 1 - b", "2026-01-02 deposit - - - - 2 - b"))
                .containsExactly("3 external_id taken");
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void keepsContentAndExternalIdApart() {
        office.book("2026-01-02 deposit - - - - 5 - a");

        assertThat(office.importFile("2026-01-02 deposit - - - - 5")).isEqualTo(new TransactionImport.Done(1, 1, 0));
    }

    @Test
    void knowsAgainWhatWasTypedIn() {
        office.record("2026-01-02 deposit - - - - 5");
        office.record("2026-01-02 deposit - - - - 5");

        assertThat(office.importFile("2026-01-02 deposit - - - - 5.00")).isEqualTo(new TransactionImport.Done(1, 0, 1));
        assertThat(ledger()).extracting(Transaction::occurrence).containsExactly(1, 2);
    }

    @Test
    void doesNotBringAReversedTransactionBack() {
        office.book("2026-01-02 deposit - - - - 5", "2026-01-02 deposit - - - - 6 - a");
        ledger().forEach(transaction -> office.reverse(transaction.id()));

        assertThat(office.importFile("2026-01-02 deposit - - - - 5", "2026-01-02 deposit - - - - 6 - a"))
                .isEqualTo(new TransactionImport.Done(2, 0, 2));
        assertThat(ledger()).isEmpty();
    }

    @Test
    void recordsNothingOfAFileWithABadLine() {
        assertThat(office.errors(
                        "2026-01-02 deposit - - - - 100",
                        "2099-01-02 deposit - - - - 100",
                        "2026-01-03 buy DAX -1 50",
                        "2026-01-04 buy DAX 1 50 - - XXX1"))
                .containsExactly("3 date in-the-future", "4 quantity not-positive", "5 currency unknown-currency");
        assertThat(ledger()).isEmpty();
        assertThat(office.now()).isEqualTo(office.portfolio);
    }

    @Test
    void passesOnWhatTheFileFormatFoundWrong() {
        Iterator<TransactionRow> rows = List.<TransactionRow>of(
                        new TransactionRow.Cells(2, Office.fields("2026-01-02 deposit - - - - 100")),
                        new TransactionRow.Unreadable(new RowError(3, "", "wrong-cell-count", "Too few.")))
                .iterator();

        assertThat(Office.errors(office.importTransactions.importRows(office.user, office.portfolio.id(), rows)))
                .containsExactly("3  wrong-cell-count");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void listsTheFirstHundredErrorsAndCountsAll() {
        String[] rows = new String[1000];
        java.util.Arrays.fill(rows, "2026-01-02 deposit - - - - -5");

        TransactionImport.Refused refused = (TransactionImport.Refused) office.importFile(rows);

        assertThat(refused.errors().count()).isEqualTo(1000);
        assertThat(refused.errors().listed()).hasSize(100).last().returns(101, RowError::line);
    }

    @Test
    void sellsInDateOrderWhateverTheOrderOfTheLines() {
        office.book("2026-01-05 sell DAX 5 60", "2026-01-02 buy DAX 5 50", "2026-01-03 buy DAX 1 50");

        assertThat(office.lots(null).lots())
                .extracting(lot -> lot.quantity().toString())
                .containsExactly("1");
    }

    @Test
    void takesOneDayInFileOrder() {
        assertThat(office.errors("2026-01-01 deposit - - - - 1", "2026-01-02 sell DAX 5 60", "2026-01-02 buy DAX 5 50"))
                .containsExactly("3 quantity not-held");
        office.book("2026-01-02 buy DAX 5 50", "2026-01-02 sell DAX 5 60");
    }

    @Test
    void readsAFileWhoseDatesDescendFromItsEnd() {
        office.book("2026-01-03 deposit - - - - 1", "2026-01-02 sell DAX 5 60", "2026-01-02 buy DAX 5 50");

        assertThat(ledger())
                .extracting(Transaction::type)
                .containsExactly(TransactionType.BUY, TransactionType.SELL, TransactionType.DEPOSIT);
    }

    @Test
    void refusesToSellMoreThanIsHeldOnTheDay() {
        assertThat(office.errors(
                        "2026-01-02 buy DAX 5 50",
                        "2026-01-03 sell DAX 6 60",
                        "2026-01-04 sell DAX 5 60",
                        "2026-01-05 transfer_out DAX 0.0000000001",
                        "2026-01-06 sell FTSE 1 60"))
                .containsExactly("3 quantity not-held", "5 quantity not-held", "6 quantity not-held");
    }

    @Test
    void refusesABackDatedSaleThatMakesALaterOneImpossible() {
        office.book("2026-01-02 buy DAX 10 50", "2026-03-01 sell DAX 8 60");

        assertThat(office.errors("2026-02-01 sell DAX 2 55", "2026-02-02 sell DAX 1 55", "2026-02-03 split DAX 1.1"))
                .containsExactly("3 quantity breaks-later-sale");
        assertThat(office.errors("2026-02-03 split DAX 0.5")).containsExactly("2 quantity breaks-later-sale");
        office.book("2026-02-01 sell DAX 2 55");
    }

    @Test
    void refusesOneTransactionForTheSameReasons() {
        office.record("2026-01-02 buy DAX 10 50");

        Recording refused = office.recordTransaction.record(
                office.user, office.portfolio.id(), Office.fields("2026-01-03 sell DAX 11 50"));

        assertThat(((Recording.Refused) refused).errors())
                .extracting(error -> error.field() + " " + error.code() + " " + error.message())
                .containsExactly("quantity not-held Only 10 DAX are held on 2026-01-03, not 11.");
    }

    @Test
    void recordsAnExternalIdOnce() {
        office.record("2026-01-02 deposit - - - - 5 - a");

        assertThat(office.recordTransaction.record(
                        office.user, office.portfolio.id(), Office.fields("2026-01-02 deposit - - - - 5 - a")))
                .isInstanceOf(Recording.Known.class);
        assertThat(office.recordTransaction.record(
                        office.user, office.portfolio.id(), Office.fields("2026-01-02 deposit - - - - 6 - a")))
                .isInstanceOf(Recording.Refused.class);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void hidesThePortfolioOfAnotherUser() {
        UserId stranger = new UserId(UUID.randomUUID());

        assertThatThrownBy(() -> office.importTransactions.importRows(
                        stranger,
                        office.portfolio.id(),
                        List.<TransactionRow>of().iterator()))
                .isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> office.recordTransaction.record(
                        stranger, office.portfolio.id(), Office.fields("2026-01-02 deposit - - - - 5")))
                .isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> office.reverseTransaction.reverse(
                        stranger, office.portfolio.id(), new TransactionId(UUID.randomUUID()), new Reason("x")))
                .isInstanceOf(MissingObjectException.class);
    }

    @Test
    void refusesAFileOfMoreRowsThanAPortfolioMayHave() {
        TransactionFields row = Office.fields("2026-01-02 deposit - - - - 1");
        Iterator<TransactionRow> endless = Stream.<TransactionRow>generate(() -> new TransactionRow.Cells(2, row))
                .iterator();

        TransactionImport outcome = office.importTransactions.importRows(office.user, office.portfolio.id(), endless);

        assertThat(Office.errors(outcome)).containsExactly("2  too-many-rows");
        assertThat(office.now().ledger().transactionCount()).isZero();
    }

    @Test
    void importsNothingWhenTheRulesChangeWhileTheFileIsRead() {
        Iterator<TransactionRow> rows = List.of(1, 2).stream()
                .<TransactionRow>map(line -> {
                    if (line == 2) {
                        office.under("lifo");
                    }
                    return new TransactionRow.Cells(line + 1, Office.fields("2026-01-02 deposit - - - - 100"));
                })
                .iterator();

        assertThatThrownBy(() -> office.importTransactions.importRows(office.user, office.portfolio.id(), rows))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("import it again");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void blamesTheRowThatTakesAwayWhatARecordedSaleNeedsUnderAnyNameOfTheInstrument() {
        office.book(
                "2026-01-02 buy OLD 10 10",
                "2026-01-05 symbol_change OLD - - - - - - to_symbol:NEW",
                "2026-01-08 sell NEW 10 12");

        assertThat(office.errors(
                        "2026-01-03 buy OLD 1 10",
                        "2026-01-03 buy OTHER 1 10",
                        "2026-01-04 sell OLD 5 11",
                        "2026-01-04 sell OTHER 1 11",
                        "2026-01-04 sell OTHER 1 11"))
                .containsExactly("4 quantity breaks-later-sale", "6 quantity not-held");
        assertThat(ledger()).hasSize(3);
    }

    @Test
    void refusesWhatDoesNotFitIntoAPortfolioAnyMore() {
        Portfolio full = office.portfolio;
        office.portfolios.update(new Portfolio(
                full.id(),
                full.owner(),
                full.name(),
                full.baseCurrency(),
                full.sample(),
                full.createdAt(),
                full.version() + 1,
                new LedgerExtent(LedgerExtent.MOST_TRANSACTIONS - 1, day("2026-01-02"), day("2026-01-02"))));

        assertThat(office.errors("2026-01-03 deposit - - - - 1", "2026-01-03 deposit - - - - 2"))
                .containsExactly("0  too-many-transactions");
        assertThat(ledger()).isEmpty();
        assertThat(office.importFile("2026-01-03 deposit - - - - 1")).isEqualTo(new TransactionImport.Done(1, 1, 0));
        assertThat(office.recordTransaction.record(
                        office.user, full.id(), Office.fields("2026-01-03 deposit - - - - 1")))
                .isInstanceOf(Recording.Refused.class);
    }
}
