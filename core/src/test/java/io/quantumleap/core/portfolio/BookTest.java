package io.quantumleap.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookTest {

    private static final Symbol DAX = new Symbol("DAX");

    private final List<Book.Disposal> disposals = new ArrayList<>();
    private final Book book = new Book(entry -> Money.zero(entry.currency()), disposals::add);

    private void put(String... rows) {
        EntryReader reader = new EntryReader(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 30));
        for (String row : rows) {
            book.put(((EntryReader.Reading.Entered) reader.read(Office.fields(row))).entry());
        }
    }

    private List<String> lots() {
        return book.lots().stream()
                .map(lot -> lot.opened() + " " + lot.quantity() + " " + lot.cost())
                .toList();
    }

    @Test
    void sellsTheOldestLotsFirst() {
        put("2026-01-02 buy DAX 10 10 1", "2026-01-03 buy DAX 10 20 1", "2026-01-04 sell DAX 15 30 2");

        assertThat(lots()).containsExactly("2026-01-03 5 100.50 EUR");
        assertThat(disposals).hasSize(1);
        assertThat(disposals.get(0).sold())
                .extracting(lot -> lot.quantity() + " " + lot.cost())
                .containsExactly("10 101.00 EUR", "5 100.50 EUR");
        assertThat(book.cash(Currency.getInstance("EUR"))).isEqualTo(Office.eur("146"));
        assertThat(book.quantity(DAX)).isEqualTo(Quantity.of("5"));
    }

    @Test
    void losesNoCentOfCostInPartialSales() {
        put(
                "2026-01-02 buy DAX 3 33.33 0.01",
                "2026-01-03 sell DAX 1 40",
                "2026-01-04 sell DAX 1 40",
                "2026-01-05 sell DAX 1 40");

        Money sold = disposals.stream()
                .flatMap(disposal -> disposal.sold().stream())
                .map(Lot::cost)
                .reduce(Office.eur("0"), Money::plus);
        assertThat(sold).isEqualTo(Office.eur("100"));
        assertThat(book.held()).isEmpty();
    }

    @Test
    void scalesLotsByASplitAndKeepsTheirCost() {
        put("2026-01-02 buy DAX 10 10", "2026-01-03 split DAX 2", "2026-01-04 buy DAX 1 6", "2026-01-05 split DAX 0.5");

        assertThat(lots()).containsExactly("2026-01-02 10 100.00 EUR", "2026-01-04 0.5 6.00 EUR");
        assertThat(book.lastTrade(DAX).orElseThrow().price()).isEqualTo(Office.eur("12"));
    }

    @Test
    void readsARoundedRatioAsTheFractionItStandsFor() {
        put(
                "2026-01-02 buy DAX 100 1",
                "2026-01-02 buy DAX 100 1",
                "2026-01-02 buy DAX 100 1",
                "2026-01-03 split DAX 0.333333",
                "2026-01-04 sell DAX 100 3");

        assertThat(book.held()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.333333, 1, 3",
        "0.3333333333, 1, 3",
        "0.666667, 2, 3",
        "0.666666, 2, 3",
        "1.428571, 10, 7",
        "0.05, 0.05, 1",
        "2, 2, 1",
        "1.105, 1.105, 1",
        "0.333, 0.333, 1",
        "1.234567, 100, 81",
        "1.2345678, 1.2345678, 1"
    })
    void tellsFractionsFromPlainRatios(String decimal, String newShares, String oldShares) {
        SplitRatio ratio = SplitRatio.of(Quantity.of(decimal));

        assertThat(ratio.newShares()).isEqualByComparingTo(newShares);
        assertThat(ratio.oldShares()).isEqualByComparingTo(oldShares);
    }

    @Test
    void takesTheOldCostOfWhatWasTransferredIn() {
        put("2026-01-02 transfer_in DAX 10 7.5", "2026-01-03 transfer_out DAX 4");

        assertThat(lots()).containsExactly("2026-01-02 6 45.00 EUR");
        assertThat(disposals).isEmpty();
        assertThat(book.cash()).isEmpty();
    }

    @Test
    void keepsCashOfEachCurrencyApart() {
        put("2026-01-02 deposit - - - - 10", "2026-01-02 deposit - - - - 5 GBP", "2026-01-03 fee - - - - 7 GBP");

        assertThat(book.cash()).containsExactly(Office.eur("10"), Money.of("-2", "GBP"));
    }

    @Test
    void staysAsItWasWhenMoreIsSoldThanHeld() {
        put("2026-01-02 buy DAX 1 10");

        assertThatThrownBy(() -> put("2026-01-03 sell DAX 2 10")).isInstanceOf(InvalidValueException.class);
        assertThat(lots()).containsExactly("2026-01-02 1 10.00 EUR");
        assertThat(book.cash()).containsExactly(Office.eur("-10"));
    }

    @Test
    void goesOnFromItsStateAsIfItHadNeverStopped() {
        String[] before = {
            "2026-01-02 buy DAX 3 33.33 0.01",
            "2026-01-03 buy DAX 7 20",
            "2026-01-04 sell DAX 1 40",
            "2026-01-04 deposit - - - - 5 GBP"
        };
        String[] after = {"2026-01-05 split DAX 0.333333", "2026-01-06 sell DAX 2 90", "2026-01-07 fee - - - - 5 GBP"};
        for (LotMethod method : LotMethod.values()) {
            Book whole = entered(new Book(method), before);
            Book resumed = Book.restore(whole.state(), method, entry -> Office.eur("0"), disposal -> {});

            assertThat(resumed.state()).isEqualTo(whole.state());
            assertThat(entered(resumed, after).state())
                    .isEqualTo(entered(whole, after).state());
        }
    }

    private static Book entered(Book book, String... rows) {
        EntryReader reader = new EntryReader(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 30));
        for (String row : rows) {
            book.put(((EntryReader.Reading.Entered) reader.read(Office.fields(row))).entry());
        }
        return book;
    }
}
