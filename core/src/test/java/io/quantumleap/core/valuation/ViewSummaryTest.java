package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewSummaryTest {

    private final Office office = new Office("EUR");

    @Test
    void addsUpAYearOfOneInvestor() {
        office.book(
                        "2026-01-02 deposit - - - - 1000",
                        "2026-01-02 buy DAX 3 100 1",
                        "2026-01-05 sell DAX 1 110 1",
                        "2026-01-06 dividend DAX - - 0.20 4",
                        "2026-01-06 tax DAX - - - 1",
                        "2026-01-07 interest - - - - 2",
                        "2026-01-08 fee - - - - 3",
                        "2026-01-09 withdrawal - - - - 100")
                .price("2026-01-02 DAX 100 EUR", "2026-01-09 DAX 111 EUR");

        PortfolioSummary summary = office.summary(null);

        assertThat(summary.asOf()).isEqualTo("2026-01-09");
        assertThat(summary.cash()).isEqualTo(Office.eur("709.80"));
        assertThat(summary.value()).isEqualTo(Office.eur("931.80"));
        assertThat(summary.netContributions()).isEqualTo(Office.eur("900"));
        assertThat(summary.gain()).isEqualTo(Office.eur("31.80"));
        assertThat(summary.dividends()).isEqualTo(Office.eur("4"));
        assertThat(summary.interest()).isEqualTo(Office.eur("2"));
        assertThat(summary.taxes()).isEqualTo(Office.eur("1"));
        assertThat(summary.fees()).isEqualTo(Office.eur("5.20"));
        assertThat(summary.realisedGain().rounded()).isEqualTo(Office.eur("8.67"));
        assertThat(summary.unrealisedGain().rounded()).isEqualTo(Office.eur("21.33"));
        assertThat(summary.holdingCount()).isEqualTo(1);
        assertThat(summary.transactionCount()).isEqualTo(8);
    }

    @Test
    void countsTransferredSecuritiesAtTheirMarketValue() {
        office.book(
                        "2026-01-05 transfer_in DAX 10 60",
                        "2026-01-06 transfer_out DAX 4",
                        "2026-01-06 transfer_in - - - - 50",
                        "2026-01-06 transfer_out - - - - 20")
                .price("2026-01-05 DAX 100 EUR", "2026-01-06 DAX 105 EUR");

        PortfolioSummary summary = office.summary(null);

        assertThat(summary.netContributions()).isEqualTo(Office.eur("610"));
        assertThat(summary.value()).isEqualTo(Office.eur("660"));
        assertThat(summary.gain()).isEqualTo(Office.eur("50"));
        assertThat(summary.unrealisedGain()).isEqualTo(Office.eur("270"));
        assertThat(summary.realisedGain()).isEqualTo(Office.eur("0"));
    }

    @Test
    void convertsWhatHappenedAtTheRateOfItsDay() {
        office.book(
                        "2026-01-02 deposit - - - - 100 GBP",
                        "2026-01-02 buy FTSE 1 100 - - GBP",
                        "2026-01-05 sell FTSE 1 110 - - GBP",
                        "2026-01-06 dividend FTSE - - - 10 GBP")
                .price("2026-01-02 GBP/EUR 1.1", "2026-01-05 GBP/EUR 1.2", "2026-01-06 GBP/EUR 1.3");

        PortfolioSummary summary = office.summary("2026-01-06");

        assertThat(summary.netContributions()).isEqualTo(Office.eur("110"));
        assertThat(summary.realisedGain()).isEqualTo(Office.eur("22"));
        assertThat(summary.dividends()).isEqualTo(Office.eur("13"));
        assertThat(summary.value()).isEqualTo(Office.eur("156"));
        assertThat(summary.gain()).isEqualTo(Office.eur("46"));
    }
}
