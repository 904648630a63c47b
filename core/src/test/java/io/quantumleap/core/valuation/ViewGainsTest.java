package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gains by each method. The published examples are those of the US Internal Revenue Service, named where they stand. */
class ViewGainsTest {

    private final Office office = new Office("USD");

    private Money cost() {
        return office.gains().gains().stream().map(RealisedGain::cost).reduce(Money.of("0", "USD"), Money::plus);
    }

    /** Publication 564 for 2009, table 3: two investments and a reinvested dividend; 210 of 410 shares are sold. */
    @ParameterizedTest
    @CsvSource({
        "fifo, 5000.00, 1720.00",
        "average_cost, 4660.98, 2059.02",
        "lifo, 4300.00, 2420.00",
        "highest_cost, 5100.00, 1620.00"
    })
    void figuresTheBasisOfAMutualFundByEachMethod(String method, String cost, String gain) {
        office.book(
                        "2008-02-06 buy FUND 160 25",
                        "2008-08-07 buy FUND 240 20",
                        "2008-12-18 reinvested_dividend FUND 10 30",
                        "2009-10-01 sell FUND 210 32")
                .under(method);

        GainsView.Total total = office.gains().totals().get(0);
        assertThat(total.cost().toPlainString()).isEqualTo(cost);
        assertThat(total.gain().toPlainString()).isEqualTo(gain);
        assertThat(total.proceeds().toPlainString()).isEqualTo("6720.00");
    }

    /** Publication 564 for 2009, "Average basis": 300 shares for 4,800 dollars; 150 are sold at 16 dollars of basis each. */
    @Test
    void figuresTheAverageBasis() {
        office.book(
                        "2007-03-01 buy LJP 100 10",
                        "2008-03-03 buy LJP 100 12",
                        "2009-03-02 buy LJP 100 26",
                        "2009-05-11 sell LJP 150 20")
                .under("average_cost");

        assertThat(cost()).isEqualTo(Money.of("2400", "USD"));
        assertThat(office.lots(null).lots())
                .extracting(lot -> lot.quantity() + " " + lot.cost())
                .containsExactly("50 800.00 USD", "100 1600.00 USD");
    }

    /**
     * Publication 550, "Wash sales", as the IRS also prints it as case study 1 of its lesson "Capital Gain or Loss Workout": 100 shares
     * for 1,000 dollars, sold for 750, and bought again for 800 in the 30 days. The days are ours.
     */
    @Test
    void flagsTheLossOfAWashSale() {
        office.book("2026-01-05 buy X 100 10", "2026-03-02 sell X 100 7.50", "2026-04-01 buy X 100 8");

        RealisedGain gain = office.gains().gains().get(0);
        assertThat(gain.gain()).contains(Money.of("-250", "USD"));
        assertThat(gain.mayBeWashSale()).isTrue();
    }

    @Test
    void doesNotTakeWhatWasTransferredInAndSoldForAPurchase() {
        office.price("2026-02-20 X 10 USD")
                .book("2026-02-20 transfer_in X 100 10", "2026-02-25 buy X 50 8", "2026-03-02 sell X 100 7.50");

        assertThat(office.gains().gains())
                .extracting(RealisedGain::mayBeWashSale)
                .containsExactly(true);
    }

    @Test
    void doesNotTakeWhatWasBoughtAndSoldItselfForAnotherPurchase() {
        office.book("2026-02-20 buy X 60 10", "2026-02-20 buy X 40 10", "2026-03-02 sell X 100 7.50");

        assertThat(office.gains().gains())
                .extracting(RealisedGain::mayBeWashSale)
                .containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-04-02, 7.50, false", // a purchase on the 31st day after
        "2026-03-02, 2026-01-31, 7.50, true", // on the 30th day before
        "2026-03-02, 2026-01-30, 7.50, false", // on the 31st day before
        "2026-03-02, 2026-03-10, 12, false", // a gain is none
    })
    void looksThirtyDaysAround(String sold, String bought, String price, boolean flagged) {
        office.book("2026-01-05 buy X 100 10", bought + " buy X 100 8", sold + " sell X 100 " + price);

        assertThat(office.gains().gains().get(0).mayBeWashSale()).isEqualTo(flagged);
    }

    @Test
    void knowsAnInstrumentByItsNewName() {
        office.book(
                "2026-01-05 buy OLD 100 10",
                "2026-02-20 buy OLD 50 8",
                "2026-03-01 symbol_change OLD - - - - - - to_symbol:NEW",
                "2026-03-02 sell NEW 100 7.50",
                "2026-05-01 sell NEW 20 7",
                "2026-05-02 symbol_change NEW - - - - - - to_symbol:NEXT",
                "2026-05-03 buy NEXT 5 7");

        assertThat(office.gains().gains())
                .extracting(gain -> gain.symbol() + " " + gain.mayBeWashSale())
                .containsExactly("NEW true", "NEW true");
    }

    /** Three shares for 20.00 and another three: after one of the old ones is sold, rounding alone tells the two lots apart. */
    @Test
    void takesTheOldestOfEquallyCostlyLots() {
        office.book(
                        "2025-01-06 buy X 3 6.6666666667",
                        "2025-02-03 buy X 3 6.6666666667",
                        "2026-03-02 sell X 1 7",
                        "2026-03-03 sell X 1 7",
                        "2026-03-04 sell X 1 7")
                .under("highest_cost");

        assertThat(office.gains().gains())
                .extracting(gain -> gain.acquired().toString())
                .containsOnly("2025-01-06");
    }

    @Test
    void doesNotTakeThePurchaseOfWhatIsSoldForAReplacement() {
        office.book("2026-01-05 buy X 100 10", "2026-01-20 sell X 100 7.50");

        assertThat(office.gains().gains().get(0).mayBeWashSale()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05, 365, short", "2026-01-06, 366, long"})
    void countsDaysUntilAGainIsLongTerm(String sold, long days, String term) {
        office.book("2025-01-05 buy X 1 10", sold + " sell X 1 12");

        RealisedGain gain = office.gains().gains().get(0);
        assertThat(gain.daysHeld()).isEqualTo(days);
        assertThat(gain.isLongTerm()).isEqualTo(term.equals("long"));
        GainsView.Total total = office.gains().totals().get(0);
        assertThat(term.equals("long") ? total.longTermGain() : total.shortTermGain())
                .isEqualTo(Money.of("2", "USD"));
    }

    @Test
    void takesTheLotsThatASaleNames() {
        office.book(
                "2025-01-05 buy X 10 10 - - - first",
                "2025-02-05 buy X 10 11 - - - second",
                "2025-03-05 buy X 10 12",
                "2026-01-05 sell X 12 20 lot:second;2025-03-05");

        assertThat(cost()).isEqualTo(Money.of("134", "USD"));
        assertThat(office.lots(null).lots())
                .extracting(lot -> lot.acquired() + " " + lot.quantity())
                .containsExactly("2025-01-05 10", "2025-03-05 8");
    }

    @Test
    void asksForTheLotWhereSpecificLotsAreKept() {
        office.book("2025-01-05 buy X 10 10").under("specific_lot");

        assertThat(office.errors("2026-01-05 sell X 1 20")).containsExactly("2 lot required");
        office.book("2026-01-05 sell X 1 20 lot:2025-01-05");
        assertThat(cost()).isEqualTo(Money.of("10", "USD"));
    }

    @Test
    void addsUpToTheSummaryToTheCent() {
        office.book(
                "2025-01-05 buy X 3 33.33 0.01",
                "2025-02-05 buy X 7 20 0.05",
                "2026-01-05 sell X 8 40.01 0.07",
                "2026-01-06 sell X 1 10");
        office.price("2026-01-06 X 10 USD");

        GainsView view = office.gains();
        Money sum =
                view.gains().stream().map(gain -> gain.gain().orElseThrow()).reduce(Money.of("0", "USD"), Money::plus);
        assertThat(view.gainInBase())
                .isEqualTo(sum)
                .isEqualTo(office.summary(null).realisedGain());
        assertThat(view.totals()).extracting(GainsView.Total::gain).isEqualTo(List.of(sum));
    }

    /** Constructed: units are compared in those after the split. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 50, false", // all that was bought within the days is sold
        "2, 200, false",
        "2, 150, true", // 50 of those bought within the days are left
        "3, 250, true"
    })
    void comparesUnitsAcrossASplitBetweenPurchaseAndSale(String ratio, String sold, boolean flagged) {
        Office office = new Office("USD")
                .book(
                        "2026-02-01 buy DAX 100 10",
                        "2026-02-10 split DAX " + ratio,
                        "2026-02-20 sell DAX " + sold + " 0.01");

        assertThat(office.gains().gains().get(0).mayBeWashSale()).isEqualTo(flagged);
    }
}
