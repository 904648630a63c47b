package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ViewHoldingsTest {

    private final Office office = new Office("EUR");

    private static Holding only(HoldingsView view) {
        assertThat(view.holdings()).hasSize(1);
        return view.holdings().get(0);
    }

    @Test
    void valuesWhatIsHeldAtTheLatestClose() {
        office.book("2026-01-02 deposit - - - - 1000", "2026-01-02 buy DAX 3 100.10 0.70", "2026-01-02 buy ACME 1 500")
                .price("2026-01-02 DAX 100 EUR", "2026-01-05 DAX 110.25 EUR", "2026-01-05 ACME 450 EUR");

        HoldingsView view = office.holdings(null);

        assertThat(view.asOf()).isEqualTo("2026-01-05");
        assertThat(view.holdings())
                .extracting(holding -> holding.symbol().value())
                .containsExactly("ACME", "DAX");
        Holding dax = view.holdings().get(1);
        assertThat(dax.value()).isEqualTo(Office.eur("330.75"));
        assertThat(dax.cost()).isEqualTo(Office.eur("301"));
        assertThat(dax.unrealisedGain()).isEqualTo(Office.eur("29.75"));
        assertThat(view.total()).isEqualTo(Office.eur("979.75"));
        assertThat(view.holdings().stream().mapToDouble(Holding::weight).sum() + 199.0 / 979.75)
                .isCloseTo(1, Offset.offset(1e-12));
        assertThat(view.warnings()).isEmpty();
    }

    @Test
    void looksAtAPastDayAsItWas() {
        office.book("2026-01-02 buy DAX 3 100", "2026-01-06 sell DAX 3 120")
                .price("2026-01-02 DAX 100 EUR", "2026-01-05 DAX 110 EUR");

        Holding dax = only(office.holdings("2026-01-04"));

        assertThat(dax.price()).isEqualTo(Office.eur("100"));
        assertThat(dax.priceDate()).isEqualTo("2026-01-02");
        assertThat(dax.carriedForward()).isTrue();
        assertThat(office.holdings("2026-01-06").holdings()).isEmpty();
        assertThat(office.holdings("2025-12-31").total()).isEqualTo(Office.eur("0"));
    }

    @Test
    void letsTheTradePriceStandInBeforeTheFirstClose() {
        office.book("2026-01-02 buy DAX 3 100", "2026-01-05 buy DAX 1 104").price("2026-01-07 DAX 110 EUR");

        Holding before = only(office.holdings("2026-01-06"));
        Holding after = only(office.holdings("2026-01-07"));

        assertThat(before.price()).isEqualTo(Office.eur("104"));
        assertThat(before.priceSource()).isEqualTo(PriceSource.TRADE);
        assertThat(before.priceDate()).isEqualTo("2026-01-05");
        assertThat(office.holdings("2026-01-06").warnings()).anyMatch(text -> text.startsWith("DAX has no close"));
        assertThat(after.priceSource()).isEqualTo(PriceSource.CLOSE);
    }

    @Test
    void carriesACloseOverASplit() {
        office.book("2026-01-02 buy DAX 3 100", "2026-01-06 split DAX 2").price("2026-01-05 DAX 110 EUR");

        Holding dax = only(office.holdings("2026-01-06"));

        assertThat(dax.quantity().toString()).isEqualTo("6");
        assertThat(dax.price()).isEqualTo(Office.eur("55"));
        assertThat(dax.value()).isEqualTo(Office.eur("330"));
        assertThat(dax.cost()).isEqualTo(Office.eur("300"));
        assertThat(only(office.holdings("2026-01-05")).value()).isEqualTo(Office.eur("330"));
    }

    @Test
    void takesTheCloseOfTheDayOfASplitForOneAfterIt() {
        office.book("2026-01-02 buy DAX 3 100", "2026-01-06 split DAX 2")
                .price("2026-01-05 DAX 110 EUR", "2026-01-06 DAX 56 EUR");

        assertThat(only(office.holdings("2026-01-06")).value()).isEqualTo(Office.eur("336"));
    }

    @Test
    void convertsAtTheRateOfTheDayAndTheCostAtTheRateOfThePurchase() {
        office.book("2026-01-02 deposit - - - - 1000", "2026-01-02 buy FTSE 2 100 - - GBP")
                .price(
                        "2026-01-02 GBP/EUR 1.2",
                        "2026-01-05 GBP/EUR 1.25",
                        "2026-01-02 FTSE 100 GBP",
                        "2026-01-05 FTSE 110 GBP");

        HoldingsView view = office.holdings(null);

        assertThat(only(view).value()).isEqualTo(Office.eur("275"));
        assertThat(only(view).cost()).isEqualTo(Office.eur("240"));
        assertThat(view.cash()).containsExactly(Office.eur("1000"), Money.of("-200", "GBP"));
        assertThat(view.total()).isEqualTo(Office.eur("1025"));
        assertThat(view.warnings()).anyMatch(text -> text.contains("-200.00 GBP"));
    }

    @Test
    void convertsByTheInverseRateToo() {
        office.book("2026-01-02 deposit - - - - 100 GBP").price("2026-01-02 EUR/GBP 0.8");

        assertThat(office.holdings(null).total()).isEqualTo(Office.eur("125"));
    }

    @Test
    void prefersTheYoungerOfTwoRates() {
        office.book("2026-01-02 deposit - - - - 100 GBP", "2026-01-09 deposit - - - - 1")
                .price("2026-01-02 GBP/EUR 1.2", "2026-01-05 EUR/GBP 0.8", "2026-01-10 GBP/EUR 9");

        assertThat(office.holdings("2026-01-09").total()).isEqualTo(Office.eur("126"));
    }

    @Test
    void refusesWithoutARateAndNamesTheSymbol() {
        office.book("2026-01-02 buy FTSE 2 100 - - GBP").price("2026-01-02 FTSE 100 GBP", "2026-01-03 GBP/EUR 1.2");

        List<MissingPrice> missing = Office.missing(
                office.viewHoldings.view(office.user, office.portfolio.id(), LocalDate.parse("2026-01-02")));

        assertThat(missing).hasSize(1);
        assertThat(missing.get(0).symbol().value()).isEqualTo("GBP/EUR");
        assertThat(missing.get(0).exchangeRate()).isTrue();
        assertThat(missing.get(0).message())
                .isEqualTo(
                        "There is no exchange rate GBP/EUR on or before 2026-01-02. Import prices for the symbol GBP/EUR.");
    }

    @Test
    void refusesWhatWasTransferredInAndHasNoPrice() {
        office.book("2026-01-02 transfer_in DAX 2").price("2026-01-05 DAX 100 EUR");

        assertThat(Office.missing(office.viewHoldings.view(office.user, office.portfolio.id(), null)))
                .extracting(price -> price.symbol().value() + " " + price.needed())
                .containsExactly("DAX 2026-01-02");
    }

    @Test
    void takesTheMarketValueForTheCostOfWhatWasTransferredIn() {
        office.book("2026-01-06 transfer_in DAX 2").price("2026-01-05 DAX 100 EUR", "2026-01-07 DAX 120 EUR");

        assertThat(only(office.holdings(null)).cost()).isEqualTo(Office.eur("200"));
        assertThat(office.lots(null).lots().get(0).cost()).isEqualTo(Office.eur("200"));
    }

    @Test
    void warnsAboutAnOldCloseAndAnotherCurrency() {
        office.book("2026-01-02 buy DAX 3 100", "2026-06-01 deposit - - - - 1")
                .price("2026-01-02 DAX 90 USD", "2026-01-02 USD/EUR 1");

        assertThat(office.holdings(null).warnings())
                .anyMatch(text -> text.equals("The latest close of DAX is of 2026-01-02."))
                .anyMatch(text -> text.equals("DAX was paid for in EUR but its prices are in USD."));
    }

    @Test
    void showsAnEmptyPortfolio() {
        HoldingsView view = office.holdings(null);

        assertThat(view.total()).isEqualTo(Office.eur("0"));
        assertThat(view.holdings()).isEmpty();
        assertThat(view.cash()).containsExactly(Office.eur("0"));
    }

    @Test
    void refusesTheFuture() {
        assertThatThrownBy(() -> office.holdings("2026-07-01")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void hidesThePortfolioOfAnotherUser() {
        UserId stranger = new UserId(UUID.randomUUID());

        assertThatThrownBy(() -> office.viewHoldings.view(stranger, office.portfolio.id(), null))
                .isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> office.viewSummary.view(stranger, office.portfolio.id(), null))
                .isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> office.viewLots.view(stranger, office.portfolio.id(), null))
                .isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> office.valuePortfolio.daily(stranger, office.portfolio.id(), null, null))
                .isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> office.valuePortfolio.revision(stranger, office.portfolio.id()))
                .isInstanceOf(MissingObjectException.class);
    }
}
