package io.quantumleap.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Office;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReaderTest {

    private static EntryReader.Reading read(String row) {
        return new EntryReader(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 30)).read(Office.fields(row));
    }

    private static Entry entry(String row) {
        assertThat(read(row)).as(row).isInstanceOf(EntryReader.Reading.Entered.class);
        return ((EntryReader.Reading.Entered) read(row)).entry();
    }

    private static List<String> errors(String row) {
        assertThat(read(row)).as(row).isInstanceOf(EntryReader.Reading.Refused.class);
        return ((EntryReader.Reading.Refused) read(row))
                .errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02 buy DAX 10 101.50 1.00, -1016.00",
        "2026-01-02 sell DAX 10 101.50 1.00, 1014.00",
        "2026-01-02 sell DAX 1 0 5, -5.00",
        "2026-01-02 dividend DAX - - 0.50 12, 11.50",
        "2026-01-02 interest - - - 0.50 12, 11.50",
        "2026-01-02 interest DAX - - - 12, 12.00",
        "2026-01-02 fee - - - - 12, -12.00",
        "2026-01-02 tax DAX - - - 12, -12.00",
        "2026-01-02 deposit - - - - 12, 12.00",
        "2026-01-02 withdrawal - - - - 12, -12.00",
        "2026-01-02 split DAX 2, 0.00",
        "2026-01-02 transfer_in - - - - 12, 12.00",
        "2026-01-02 transfer_in DAX 3 10, 0.00",
        "2026-01-02 transfer_in DAX 3, 0.00",
        "2026-01-02 transfer_out - - - - 12, -12.00",
        "2026-01-02 transfer_out DAX 3, 0.00",
    })
    void movesCashAsTheTableSays(String row, String cash) {
        assertThat(entry(row).cashEffect().toPlainString()).isEqualTo(cash);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01 deposit - - - - 5, date in-the-future",
        "1899-12-31 deposit - - - - 5, date too-early",
        "2026-02-30 deposit - - - - 5, date not-a-date",
        "31.01.2026 deposit - - - - 5, date not-a-date",
        "+12026-01-01 deposit - - - - 5, date not-a-date",
        "- deposit - - - - 5, date required",
        "2026-01-02 - - - - - 5, type required",
        "2026-01-02 gift - - - - 5, type unknown-type",
        "2026-01-02 deposit - - - - 5 EURO, currency unknown-currency",
        "2026-01-02 deposit - - - - 5 XYZ, currency unknown-currency",
        "2026-01-02 deposit - - - - -, amount required",
        "2026-01-02 deposit - - - - -5, amount negative",
        "2026-01-02 deposit - - - - 1e3, amount not-a-number",
        "2026-01-02 deposit - - - - NaN, amount not-a-number",
        "2026-01-02 deposit - - - - 1_000, amount not-a-number",
        "2026-01-02 deposit - - - - 1234567890123456, amount too-large",
        "2026-01-02 deposit - - - - 0.00000000001, amount too-precise",
        "2026-01-02 deposit DAX - - - 5, symbol not-applicable",
        "2026-01-02 deposit - 1 - - 5, quantity not-applicable",
        "2026-01-02 deposit - - - 1 5, fee not-applicable",
        "2026-01-02 buy - 1 5, symbol required",
        "2026-01-02 buy =1+1 1 5, symbol invalid-symbol",
        "2026-01-02 buy DAX - 5, quantity required",
        "2026-01-02 buy DAX 0 5, quantity not-positive",
        "2026-01-02 buy DAX -1 5, quantity not-positive",
        "2026-01-02 buy DAX 1 -, price required",
        "2026-01-02 buy DAX 1 -5, price negative",
        "2026-01-02 sell DAX 1 5 -1, fee negative",
        "2026-01-02 dividend - - - - 5, symbol required",
        "2026-01-02 dividend DAX 1 - - 5, quantity not-applicable",
        "2026-01-02 split DAX 0, quantity not-positive",
        "2026-01-02 split DAX 2 5, price not-applicable",
        "2026-01-02 transfer_in DAX 1 - - 5, amount not-applicable",
        "2026-01-02 transfer_in DAX, quantity required",
        "2026-01-02 transfer_in, amount required",
        "2026-01-02 transfer_out DAX 1 5, price not-applicable",
        "2026-01-02 buy DAX 999999999999999 10, amount too-large",
        "2026-01-02 reinvested_dividend DAX 999999999999999 10, amount too-large",
        "2026-01-02 transfer_in DAX 100000000000000 10, amount too-large",
        "2026-01-02 buy DAX 10 5 1 52, amount amount-mismatch",
        "2026-01-02 buy DAX 10 5 1 49, amount amount-mismatch",
        "2026-01-02 sell DAX 10 5 1 51, amount amount-mismatch",
    })
    void refusesAndNamesTheField(String row, String error) {
        assertThat(errors(row)).containsExactly(error);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(errors("2099-01-01 buy =1 -1 x -1 - XXX1"))
                .containsExactlyInAnyOrder(
                        "date in-the-future",
                        "currency unknown-currency",
                        "symbol invalid-symbol",
                        "quantity not-positive",
                        "price not-a-number",
                        "fee negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"51", "50", "51.00", "50.004", "51.009"})
    void takesTheGrossOrTheNetOfAPurchase(String amount) {
        assertThat(entry("2026-01-02 buy DAX 10 5 1 " + amount).cashEffect().toPlainString())
                .isIn("-51.00", "-51.01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "49"})
    void takesTheGrossOrTheNetOfASale(String amount) {
        assertThat(entry("2026-01-02 sell DAX 10 5 1 " + amount).cashEffect()).isEqualTo(Office.eur("49"));
    }

    @Test
    void booksWhatTheBrokerSaysItRoundedTo() {
        String trade = "2026-01-02 buy DAX 3 33.335 1 ";

        assertThat(entry(trade).cashEffect()).isEqualTo(Office.eur("-101.00"));
        assertThat(entry(trade + "101.01").cashEffect()).isEqualTo(Office.eur("-101.01"));
        assertThat(entry(trade + "100.00").cashEffect()).isEqualTo(Office.eur("-101.00"));
        assertThat(errors(trade + "101.02")).containsExactly("amount amount-mismatch");
    }

    @Test
    void roundsToTheDigitsOfTheCurrency() {
        assertThat(entry("2026-01-02 buy N225 3 33.4 0 - JPY").cashEffect()).isEqualTo(Money.of("-100", "JPY"));
        assertThat(entry("2026-01-02 buy KW 1 1.23456 0 - KWD").cashEffect()).isEqualTo(Money.of("-1.235", "KWD"));
    }

    @Test
    void roundsAQuotedPriceButNothingThatIsBooked() {
        assertThat(entry("2026-01-02 buy DAX 1 104.66000000000001").price()).contains(Office.eur("104.66"));
        assertThat(errors("2026-01-02 buy DAX 1.00000000001 5 0.00000000001 6.00000000001"))
                .containsExactlyInAnyOrder("quantity too-precise", "fee too-precise", "amount too-precise");
    }

    @Test
    void overlooksZerosInCellsThatDoNotApply() {
        assertThat(entry("2026-01-02 deposit - 0 0.00 0.0 5")).isEqualTo(entry("2026-01-02 deposit - - - - 5"));
    }

    @Test
    void givesEqualContentOneKeyHoweverItIsWritten() {
        ContentKey key = ContentKey.of(entry("2026-01-02 buy DAX 10 5 1"));

        assertThat(ContentKey.of(entry("2026-01-02 BUY dax 10.0 5.00 1.0 51.00 EUR some-id")))
                .isEqualTo(key);
        assertThat(ContentKey.of(entry("2026-01-02 buy DAX 10 5 2"))).isNotEqualTo(key);
        assertThat(ContentKey.of(entry("2026-01-02 buy DAX 10 5 1 - USD"))).isNotEqualTo(key);
        assertThat(ContentKey.of(entry("2026-01-02 sell DAX 10 5 1"))).isNotEqualTo(key);
    }
}
