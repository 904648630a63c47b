package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.Reconciliation;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.Undoing;
import io.quantumleap.core.shared.ConflictException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One worked example for each kind of transaction, with the numbers done by hand. */
class KindsOfTransactionTest {

    private final Office office = new Office("EUR");

    /** However the example went, what is stored is what the transactions add up to. */
    @AfterEach
    void reconciles() {
        Reconciliation found = office.reconcileLedger.reconcile();
        assertThat(found.drifts()).isEmpty();
    }

    private List<String> lots() {
        return office.lots(null).lots().stream()
                .map(lot -> lot.symbol() + " " + lot.acquired() + " " + lot.quantity() + " " + lot.cost())
                .toList();
    }

    private List<String> cash() {
        return office.transactions.balances(office.portfolio.id()).stream()
                .filter(balance -> balance.kind() == Balance.Kind.CASH)
                .map(balance -> balance.amount().toPlainString() + " " + balance.unit())
                .toList();
    }

    private List<String> gains() {
        return office.gains().gains().stream()
                .map(gain -> gain.quantity() + " " + gain.proceeds() + " - " + gain.cost() + " = "
                        + gain.gain().orElseThrow())
                .toList();
    }

    @Test
    void buysAndSells() {
        office.book("2026-01-05 buy DAX 10 20 5", "2026-02-05 sell DAX 4 30 2 settlement_date:2026-02-07");

        assertThat(lots()).containsExactly("DAX 2026-01-05 6 123.00 EUR");
        assertThat(gains()).containsExactly("4 118.00 EUR - 82.00 EUR = 36.00 EUR");
        assertThat(cash()).containsExactly("-87 EUR");
    }

    @Test
    void sellsShortAndCovers() {
        office.under("short").book("2026-01-05 short DAX 10 20 5", "2026-02-05 cover DAX 4 15 2");

        assertThat(gains()).containsExactly("4 78.00 EUR - 62.00 EUR = 16.00 EUR");
        assertThat(cash()).containsExactly("133 EUR");
        office.price("2026-02-05 DAX 15 EUR");
        Holding owed = office.holdings(null).holdings().get(0);
        assertThat(owed.isShort()).isTrue();
        assertThat(owed.value()).isEqualTo(Office.eur("-90"));
        assertThat(owed.cost()).isEqualTo(Office.eur("-117"));
        assertThat(owed.unrealisedGain()).isEqualTo(Office.eur("27"));
    }

    @Test
    void takesWithheldTaxOffADividend() {
        office.book("2026-01-05 buy DAX 10 20", "2026-03-01 dividend DAX - - 0.50 30 tax:4.50");

        assertThat(cash()).containsExactly("-175 EUR");
        office.price("2026-03-01 DAX 20 EUR");
        assertThat(office.summary(null).dividends()).isEqualTo(Office.eur("30"));
        assertThat(office.summary(null).taxes()).isEqualTo(Office.eur("4.50"));
    }

    @Test
    void reinvestsADividend() {
        office.book("2026-01-05 buy DAX 10 20", "2026-03-01 reinvested_dividend DAX 1.5 18 1 - tax:3");

        assertThat(lots()).containsExactly("DAX 2026-01-05 10 200.00 EUR", "DAX 2026-03-01 1.5 28.00 EUR");
        assertThat(cash()).containsExactly("-200 EUR");
        office.price("2026-03-01 DAX 18 EUR");
        assertThat(office.summary(null).dividends()).isEqualTo(Office.eur("31"));
    }

    @Test
    void booksInterestFeeAndTax() {
        office.book(
                "2026-01-05 interest - - - 1 10 tax:2.50",
                "2026-01-06 fee - - - - 3",
                "2026-01-07 tax DAX - - - 4",
                "2026-01-08 deposit - - - - 100",
                "2026-01-09 withdrawal - - - - 20");

        assertThat(cash()).containsExactly("79.5 EUR");
        assertThat(office.summary(null).netContributions()).isEqualTo(Office.eur("80"));
    }

    @Test
    void keepsTheOldCostAndDayOfWhatIsTransferredIn() {
        office.book("2026-01-05 transfer_in DAX 10 7.5 acquired:2019-03-04", "2026-02-05 sell DAX 10 8");

        assertThat(office.gains().gains()).singleElement().satisfies(gain -> {
            assertThat(gain.acquired()).isEqualTo("2019-03-04");
            assertThat(gain.isLongTerm()).isTrue();
            assertThat(gain.gain()).contains(Office.eur("5"));
        });
    }

    /** The euro cost 1.25 dollars when the shares were bought, and 1.60 when they came in. */
    @Test
    void convertsAnOldCostAtTheRateOfItsDay() {
        office.price(
                        "2019-03-01 EUR/USD 1.25 USD",
                        "2026-01-05 EUR/USD 1.60 USD",
                        "2026-01-05 ACME 12 USD",
                        "2026-01-05 OTHER 8 USD")
                .book(
                        "2026-01-05 transfer_in ACME 10 7.5 - - USD acquired:2019-03-04",
                        "2026-01-05 transfer_in OTHER 10 - - - USD acquired:2019-03-04");

        assertThat(office.holdings(null).holdings())
                .extracting(holding -> holding.symbol() + " " + holding.cost())
                .containsExactlyInAnyOrder("ACME 60.00 EUR", "OTHER 50.00 EUR");
        assertThat(office.daily(null, null).days()).last().satisfies(day -> assertThat(day.cost())
                .isEqualTo(Office.eur("110")));
        office.book("2026-02-05 sell ACME 10 8 - - USD");
        assertThat(office.gains().gainInBase()).isEqualTo(Office.eur("-10"));
        assertThat(office.summary(null).realisedGain()).isEqualTo(Office.eur("-10"));
    }

    @Test
    void saysWhenThereIsNoRateAsOldAsACost() {
        office.price("2026-01-05 EUR/USD 1.60 USD", "2026-01-05 ACME 12 USD")
                .book("2026-01-05 transfer_in ACME 10 8 - - USD acquired:1985-03-04");

        HoldingsView holdings = office.holdings(null);
        assertThat(holdings.holdings().get(0).cost()).isEqualTo(Office.eur("50"));
        assertThat(holdings.warnings())
                .containsExactly(
                        "There is no exchange rate USD/EUR of 1985-03-04 for an old cost; the one of the day of"
                                + " the transfer is used.");
    }

    /** 0.0123456789 after ten for one is a number of eleven decimals, which no sale could name. */
    @Test
    void leavesNoRestThatCannotBeSold() {
        office.book(
                "2026-01-05 buy COIN 0.0123456789 100",
                "2026-02-05 split COIN 0.1",
                "2026-03-05 sell COIN 0.0012345679 9");

        assertThat(lots()).isEmpty();
        assertThat(cash()).containsExactly("-1.22 EUR");
    }

    @Test
    void paysCashForTheFractionThatAReverseSplitLeaves() {
        office.book("2026-01-05 buy DAX 25 4", "2026-02-05 split DAX 0.1 cash_in_lieu:22");

        assertThat(lots()).containsExactly("DAX 2026-01-05 2 80.00 EUR");
        assertThat(gains()).containsExactly("0.5 22.00 EUR - 20.00 EUR = 2.00 EUR");
        assertThat(cash()).containsExactly("-78 EUR");
    }

    @Test
    void dividesTheCostOfASpinOff() {
        office.book(
                "2025-01-05 buy OLD 10 20",
                "2026-02-05 spin_off OLD 0.25 to_symbol:BABY cost_fraction:0.2 cash_in_lieu:9");

        assertThat(lots()).containsExactly("BABY 2025-01-05 2 32.00 EUR", "OLD 2025-01-05 10 160.00 EUR");
        assertThat(gains()).containsExactly("0.5 9.00 EUR - 8.00 EUR = 1.00 EUR");
    }

    @Test
    void carriesCostAndDaysThroughAMergerForShares() {
        office.book("2025-01-05 buy OLD 10 20", "2025-06-05 buy OLD 10 30", "2026-02-05 merger OLD 1.5 to_symbol:NEW");

        assertThat(lots()).containsExactly("NEW 2025-01-05 15 200.00 EUR", "NEW 2025-06-05 15 300.00 EUR");
        assertThat(gains()).isEmpty();
    }

    @Test
    void realisesTheGainOfAMergerForCash() {
        office.book("2025-01-05 buy OLD 10 20", "2026-02-05 merger OLD - - - 260");

        assertThat(lots()).isEmpty();
        assertThat(gains()).containsExactly("10 260.00 EUR - 200.00 EUR = 60.00 EUR");
        assertThat(cash()).containsExactly("60 EUR");
    }

    @Test
    void setsAPartOfTheCostAgainstTheCashOfAMergerForBoth() {
        office.book("2025-01-05 buy OLD 10 20", "2026-02-05 merger OLD 0.5 - - 70 to_symbol:NEW cost_fraction:0.75");

        assertThat(lots()).containsExactly("NEW 2025-01-05 5 150.00 EUR");
        assertThat(gains()).containsExactly("10 70.00 EUR - 50.00 EUR = 20.00 EUR");
    }

    @Test
    void keepsEverythingButTheNameWhenASymbolChanges() {
        office.book(
                "2025-01-05 buy OLD 10 20 1", "2026-02-05 symbol_change OLD to_symbol:NEW", "2026-03-05 sell NEW 4 25");

        assertThat(lots()).containsExactly("NEW 2025-01-05 6 120.60 EUR");
        assertThat(gains()).containsExactly("4 100.00 EUR - 80.40 EUR = 19.60 EUR");
    }

    @Test
    void exchangesCurrencies() {
        office.book("2026-01-05 deposit - - - - 1000", "2026-01-06 fx - - - 1.50 500 to_amount:541.25 to_currency:USD");

        assertThat(cash()).containsExactly("498.5 EUR", "541.25 USD");
    }

    @Test
    void rollsAMergerBackWithEverythingThatCameOfIt() {
        office.book("2025-01-05 buy OLD 10 20", "2025-02-05 buy NEW 1 99");
        List<String> before = lots();
        Transaction merger = office.record("2026-02-05 merger OLD 0.5 - - 70 to_symbol:NEW cost_fraction:0.75");
        Transaction sale = office.record("2026-03-05 sell NEW 6 40");

        assertThat(office.reverse(merger.id())).isInstanceOf(Undoing.Refused.class);
        assertThat(office.reverse(sale.id())).isInstanceOf(Undoing.Done.class);
        assertThat(office.reverse(merger.id())).isInstanceOf(Undoing.Done.class);
        assertThat(lots()).isEqualTo(before);
        assertThat(gains()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01 short DAX 1 10, type shorting-not-allowed",
        "2026-03-01 sell DAX 11 10, quantity not-held",
        "2026-03-01 sell DAX 1 10 lot:2020-01-01, lot lot-not-held",
        "2026-03-01 buy DAX 1 10 settlement_date:2026-02-27, settlement_date too-early",
        "2026-03-01 dividend DAX - - - 5 tax:6, tax too-large",
        "2026-03-01 reinvested_dividend DAX 2 10 1 25, amount amount-mismatch",
        "2026-03-01 spin_off DAX 0.5 to_symbol:DAX cost_fraction:0.5, to_symbol same-symbol",
        "2026-03-01 spin_off DAX 0.5 to_symbol:X cost_fraction:1.5, cost_fraction too-large",
        "2026-03-01 spin_off NONE 0.5 to_symbol:X cost_fraction:0.5, symbol not-held",
        "2026-03-01 merger DAX, amount required",
        "2026-03-01 merger DAX 1 - - 5 to_symbol:X, cost_fraction required",
        "2026-03-01 merger DAX - - - 5 to_symbol:X cost_fraction:0.5, quantity required",
        "2026-03-01 merger DAX 1 to_symbol:X cost_fraction:0.5, cost_fraction not-applicable",
        "2026-03-01 symbol_change NONE to_symbol:X, symbol not-held",
        "2026-03-01 fx - - - - 5 to_amount:5 to_currency:EUR, to_currency same-currency",
        "2026-03-01 fx - - - - 5 to_amount:5 to_currency:XYZ, to_currency unknown-currency",
        "2026-03-01 split DAX 2 cash_in_lieu:1, cash_in_lieu no-fraction",
        "2026-03-01 buy DAX 1 1 tax:1, tax not-applicable",
        "2026-03-01 transfer_in DAX 1 1 acquired:2026-03-02, acquired too-late"
    })
    void refusesWhatCannotBe(String row, String error) {
        office.book("2026-01-05 buy DAX 10 20");

        assertThat(office.errors(row)).contains("2 " + error);
        assertThat(office.now().ledger().transactionCount()).isEqualTo(1);
    }

    @Test
    void keepsLongAndShortApart() {
        office.under("short").book("2026-01-05 buy DAX 10 20");

        assertThat(office.errors("2026-01-06 short DAX 1 10")).containsExactly("2 symbol held");
        assertThat(office.errors("2026-01-06 cover DAX 1 10")).containsExactly("2 quantity not-owed");
        office.book("2026-01-07 short GLD 1 10");
        assertThat(office.errors("2026-01-08 buy GLD 1 10")).containsExactly("2 symbol owed");
        assertThatThrownBy(() -> office.changePortfolio.change(
                        office.user,
                        office.portfolio.id(),
                        new ChangePortfolio.Change(null, null, false, null, null),
                        OptionalLong.empty()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void keepsAPortfolioWithoutOverdraftAboveZeroOnEveryDay() {
        office.under("cash").book("2026-01-05 deposit - - - - 100", "2026-01-10 deposit - - - - 100");

        assertThat(office.errors("2026-01-06 buy DAX 15 10")).containsExactly("2 amount overdrawn");
        Transaction buy = office.record("2026-01-10 buy DAX 15 10");
        Transaction deposit =
                office.transactions.effective(office.portfolio.id()).get(0);
        assertThat(office.reverse(deposit.id())).isInstanceOf(Undoing.Refused.class);
        assertThat(office.reverse(buy.id())).isInstanceOf(Undoing.Done.class);
        assertThat(office.reverse(deposit.id())).isInstanceOf(Undoing.Done.class);
        assertThat(cash()).containsExactly("100 EUR");
    }

    @Test
    void refusesAChangeBySomebodyWhoHasSeenAnOlderVersion() {
        long seen = office.now().version();
        office.under("lifo");

        assertThatThrownBy(() -> office.changePortfolio.change(
                        office.user,
                        office.portfolio.id(),
                        new ChangePortfolio.Change(null, null, null, null, 100),
                        OptionalLong.of(seen)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("version");
        assertThat(office.now().policy().longTermDays()).isEqualTo(365);
    }
}
