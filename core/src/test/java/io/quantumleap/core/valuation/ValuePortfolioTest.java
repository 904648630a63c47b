package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValuePortfolioTest {

    private final Office office = new Office("EUR");

    private List<String> days(String from, String to) {
        return office.daily(from, to).days().stream()
                .map(day -> day.date() + " " + day.value().toPlainString() + " +"
                        + day.inflow().toPlainString() + " -" + day.outflow().toPlainString()
                        + (day.carriedForward() ? " carried" : ""))
                .toList();
    }

    private List<String> days() {
        return days(null, null);
    }

    @Test
    void valuesEachDayThatHasAClose() {
        office.book("2026-01-02 deposit - - - - 1000", "2026-01-02 buy DAX 2 100", "2026-01-06 withdrawal - - - - 50")
                .price(
                        "2025-12-30 DAX 90 EUR",
                        "2026-01-02 DAX 100 EUR",
                        "2026-01-05 DAX 110 EUR",
                        "2026-01-06 DAX 120 EUR");

        assertThat(days())
                .containsExactly(
                        "2026-01-02 1000.00 +1000.00 -0.00",
                        "2026-01-05 1020.00 +0.00 -0.00",
                        "2026-01-06 990.00 +0.00 -50.00");
    }

    @Test
    void movesAFlowOfANonTradingDayToTheNextValuationDay() {
        office.book("2026-01-03 deposit - - - - 1000", "2026-01-04 withdrawal - - - - 1", "2026-01-05 buy DAX 2 100")
                .price("2026-01-05 DAX 100 EUR");

        assertThat(days()).containsExactly("2026-01-05 999.00 +1000.00 -1.00");
    }

    @Test
    void valuesTheDayOfATransactionThatNoCloseFollows() {
        office.book(
                        "2026-01-05 deposit - - - - 1000",
                        "2026-01-05 buy DAX 2 100",
                        "2026-01-07 deposit - - - - 5",
                        "2026-01-08 fee - - - - 1")
                .price("2026-01-05 DAX 100 EUR");

        assertThat(days())
                .containsExactly(
                        "2026-01-05 1000.00 +1000.00 -0.00",
                        "2026-01-07 1005.00 +5.00 -0.00 carried",
                        "2026-01-08 1004.00 +0.00 -0.00 carried");
    }

    @Test
    void valuesAPortfolioOfCashAlone() {
        office.book("2026-01-05 deposit - - - - 1000", "2026-01-07 interest - - - - 5");

        assertThat(days()).containsExactly("2026-01-05 1000.00 +1000.00 -0.00", "2026-01-07 1005.00 +0.00 -0.00");
    }

    @Test
    void goesOnAfterEverythingWasSold() {
        office.book("2026-01-05 deposit - - - - 100", "2026-01-05 buy DAX 1 100", "2026-01-06 sell DAX 1 110")
                .price("2026-01-05 DAX 100 EUR", "2026-01-06 DAX 111 EUR", "2026-01-07 DAX 300 EUR");

        assertThat(days())
                .containsExactly(
                        "2026-01-05 100.00 +100.00 -0.00",
                        "2026-01-06 110.00 +0.00 -0.00",
                        "2026-01-07 110.00 +0.00 -0.00");
    }

    @Test
    void carriesTheOneForwardWhileTheOtherTrades() {
        office.book("2026-01-05 deposit - - - - 200", "2026-01-05 buy DAX 1 100", "2026-01-05 buy BTC 1 100")
                .price("2026-01-05 DAX 100 EUR", "2026-01-05 BTC 100 EUR", "2026-01-06 BTC 150 EUR");

        assertThat(days()).containsExactly("2026-01-05 200.00 +200.00 -0.00", "2026-01-06 250.00 +0.00 -0.00 carried");
    }

    @Test
    void keepsItsValueOverASplit() {
        office.book("2026-01-05 deposit - - - - 300", "2026-01-05 buy DAX 3 100", "2026-01-06 split DAX 3")
                .price("2026-01-05 DAX 100 EUR", "2026-01-06 DAX 33.5 EUR", "2026-01-07 DAX 34 EUR");

        assertThat(days())
                .containsExactly(
                        "2026-01-05 300.00 +300.00 -0.00",
                        "2026-01-06 301.50 +0.00 -0.00",
                        "2026-01-07 306.00 +0.00 -0.00");
    }

    @Test
    void keepsItsValueOverASplitThatComesBeforeTheNextClose() {
        office.book(
                        "2026-01-05 deposit - - - - 300",
                        "2026-01-05 buy DAX 3 100",
                        "2026-01-06 split DAX 3",
                        "2026-01-05 buy ACME 1 1")
                .price("2026-01-05 DAX 100 EUR", "2026-01-06 ACME 1 EUR", "2026-01-07 DAX 33 EUR");

        assertThat(days()).contains("2026-01-06 300.00 +0.00 -0.00 carried", "2026-01-07 297.00 +0.00 -0.00 carried");
    }

    @Test
    void takesTransferredSecuritiesForFlowsAtTheirMarketValue() {
        office.book("2026-01-05 transfer_in DAX 10 60", "2026-01-06 transfer_out DAX 4")
                .price("2026-01-05 DAX 100 EUR", "2026-01-06 DAX 105 EUR");

        assertThat(days()).containsExactly("2026-01-05 1000.00 +1000.00 -0.00", "2026-01-06 630.00 +0.00 -420.00");
    }

    @Test
    void convertsValuesAndFlowsAtTheRatesOfTheirDays() {
        office.book("2026-01-03 deposit - - - - 100 GBP", "2026-01-05 buy FTSE 1 50 - - GBP")
                .price(
                        "2026-01-02 GBP/EUR 1.2",
                        "2026-01-05 GBP/EUR 1.5",
                        "2026-01-05 FTSE 50 GBP",
                        "2026-01-06 FTSE 60 GBP");

        assertThat(days()).containsExactly("2026-01-05 150.00 +120.00 -0.00", "2026-01-06 165.00 +0.00 -0.00 carried");
    }

    @Test
    void refusesWithoutARateUntilOneIsThere() {
        office.book("2026-01-05 deposit - - - - 1000", "2026-01-05 buy FTSE 1 50 - - GBP")
                .price("2026-01-05 FTSE 50 GBP");

        assertThat(Office.missing(office.valuePortfolio.daily(office.user, office.portfolio.id(), null, null)))
                .extracting(price -> price.symbol().value() + " " + price.needed())
                .containsExactly("GBP/EUR 2026-01-05");

        office.price("2026-01-04 GBP/EUR 2");
        assertThat(days()).containsExactly("2026-01-05 1000.00 +1000.00 -0.00 carried");
    }

    @Test
    void givesTheFlowsSinceTheDayBeforeTheRange() {
        office.book("2026-01-05 deposit - - - - 100", "2026-01-05 buy DAX 1 100", "2026-01-06 deposit - - - - 7")
                .price(
                        "2026-01-05 DAX 100 EUR",
                        "2026-01-07 DAX 101 EUR",
                        "2026-01-08 DAX 102 EUR",
                        "2026-01-09 DAX 103 EUR");

        assertThat(days("2026-01-07", "2026-01-08"))
                .containsExactly("2026-01-07 108.00 +7.00 -0.00", "2026-01-08 109.00 +0.00 -0.00");
        assertThat(days("2026-02-01", null)).isEmpty();
    }

    @Test
    void warnsAboutDebtAndStandIns() {
        office.book("2026-01-05 buy DAX 1 100", "2026-01-06 deposit - - - - 1000")
                .price("2026-01-07 DAX 101 EUR");

        ValuationSeries series = office.daily(null, null);

        assertThat(series.days()).hasSize(1);
        assertThat(series.warnings()).isEmpty();

        office.book("2026-01-08 withdrawal - - - - 1000", "2026-01-08 buy ACME 1 10");
        assertThat(office.daily(null, null).warnings())
                .containsExactly(
                        "ACME has no close until 2026-01-08; the price it was traded at stands in until then.",
                        "Cash is negative on 1 days, first on 2026-01-08. Either a deposit is missing or the broker lends.");
    }

    @Test
    void hasNoDaysForAnEmptyLedger() {
        assertThat(days()).isEmpty();
    }

    @Test
    void forgetsWhatWasReversed() {
        office.book("2026-01-05 deposit - - - - 100").price("2026-01-05 DAX 100 EUR");
        office.reverse(office.record("2026-01-05 deposit - - - - 999").id());

        assertThat(days()).containsExactly("2026-01-05 100.00 +100.00 -0.00");
    }

    @Test
    void revisesWithEveryTransactionAndEveryPrice() {
        Revision first = office.valuePortfolio.revision(office.user, office.portfolio.id());
        office.book("2026-01-05 deposit - - - - 100");
        Revision second = office.valuePortfolio.revision(office.user, office.portfolio.id());
        office.price("2026-01-05 DAX 100 EUR");
        Revision third = office.valuePortfolio.revision(office.user, office.portfolio.id());
        office.price("2026-01-05 DAX 100 EUR");

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(office.valuePortfolio.revision(office.user, office.portfolio.id()))
                .isEqualTo(third);
    }
}
