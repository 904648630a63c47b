package io.quantumleap.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.valuation.Office;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPricesTest {

    private final Office office = new Office("EUR");

    private List<String> errors(String... rows) {
        return ((PriceImport.Refused) office.importPriceRows(rows))
                .errors().listed().stream()
                        .map(error -> error.line() + " " + error.column() + " " + error.code())
                        .toList();
    }

    @Test
    void countsWhatIsNewCorrectedAndKnown() {
        office.price("2026-01-02 DAX 100 EUR", "2026-01-05 DAX 101 EUR");

        assertThat(office.importPriceRows(
                        "2026-01-02 DAX 100.0", "2026-01-05 DAX 102", "2026-01-06 DAX 103", "2026-01-06 ACME 7"))
                .isEqualTo(new PriceImport.Done(4, 2, 1, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01 DAX 1, date in-the-future",
        "2026-02-30 DAX 1, date not-a-date",
        "2026-01-02 =1+1 1, symbol invalid-symbol",
        "2026-01-02 A/B/C 1, symbol invalid-symbol",
        "2026-01-02 DAX 0, close not-positive",
        "2026-01-02 DAX -1, close not-positive",
        "2026-01-02 DAX 0.000000000001, close not-positive",
        "2026-01-02 DAX 1.000.000, close not-a-number",
        "2026-01-02 DAX 1 EURO, currency unknown-currency",
        "2026-01-02 GBP/EUR 1 USD, currency currency-mismatch",
    })
    void refusesAndNamesTheCell(String row, String error) {
        assertThat(errors("2026-01-02 ACME 7", row)).containsExactly("3 " + error);
        assertThat(office.prices.currencies()).isEmpty();
    }

    @Test
    void checksTheColumnsThatItDoesNotKeep() {
        List<PriceRow> rows = new ArrayList<>();
        rows.add(new PriceRow.Cells(2, new PriceFields("2026-01-02", "DAX", "1", "-1", "x", "1", "1e9", "")));

        PriceImport outcome = office.importPrices.importRows(rows.iterator());

        assertThat(((PriceImport.Refused) outcome).errors().listed())
                .extracting(RowError::column)
                .containsExactlyInAnyOrder("open", "high", "volume");
    }

    @Test
    void setsTheCurrencyOfASymbolByItsFirstRow() {
        office.price("2026-01-02 DAX 100 EUR", "2026-01-02 ACME 7", "2026-01-02 GBP/EUR 1.2");

        assertThat(office.prices.currencies())
                .containsEntry(new Symbol("DAX"), Currency.getInstance("EUR"))
                .containsEntry(new Symbol("ACME"), Currency.getInstance("USD"))
                .containsEntry(new Symbol("GBP/EUR"), Currency.getInstance("EUR"));
        assertThat(errors("2026-01-05 DAX 101 USD", "2026-01-05 ACME 7 EUR"))
                .containsExactly("2 currency currency-mismatch", "3 currency currency-mismatch");
        office.price("2026-01-05 DAX 101");
    }

    @Test
    void refusesTwoClosesForOneDay() {
        assertThat(errors("2026-01-02 DAX 100", "2026-01-02 DAX 100.00", "2026-01-02 dax 101"))
                .containsExactly("4 close contradiction");
    }

    @Test
    void roundsWhatAProgramPrintedInBinary() {
        office.price("2026-01-02 DAX 104.66000366210938 EUR");

        assertThat(office.prices
                        .series(List.of(new Symbol("DAX")), java.time.LocalDate.MIN, java.time.LocalDate.MAX)
                        .get(new Symbol("DAX"))
                        .close(0))
                .isEqualByComparingTo("104.6600036621");
    }
}
