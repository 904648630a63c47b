package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import io.quantumleap.core.market.calendar.DayStatus;
import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.market.calendar.port.InMemoryCalendarExceptions;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.reference.InstrumentKind;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.market.reference.port.InMemoryInstruments;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.valuation.port.InMemoryStoredValuations;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each day of the series says of the prices and rates it stands on; MARK is there to make valuation days. */
class ProvenanceTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency USD = Currency.getInstance("USD");

    private final Office office = new Office("EUR");
    private final InMemoryInstruments instruments = new InMemoryInstruments(office.prices);
    private final InMemoryCalendarExceptions calendars = new InMemoryCalendarExceptions();
    private final InMemoryStoredValuations stored = new InMemoryStoredValuations();

    private ValuePortfolio valuing(int tolerance) {
        return new ValuePortfolio(
                office.portfolios,
                office.transactions,
                office.prices,
                stored,
                new OneAtATime(),
                Office.CLOCK,
                StalePrices.byExchange(instruments, calendars, tolerance));
    }

    private Provenance on(String day, int tolerance) {
        LocalDate date = LocalDate.parse(day);
        ValuationSeries series = Office.known(valuing(tolerance).daily(office.user, office.portfolio.id(), null, null));
        return series.days().stream()
                .filter(one -> one.date().equals(date))
                .findFirst()
                .orElseThrow()
                .provenance();
    }

    private void trades(String symbol, String exchange) {
        instruments.save(List.of(new ReferenceData(
                new Symbol(symbol), EUR, "", InstrumentKind.EQUITY, null, null, new Mic(exchange), 1)));
    }

    /** Ten of ACME at 8 and one MARK at 1; 2024-03-28 is the Thursday before Easter. */
    private void holdAcmeAndMark() {
        office.book("2024-03-27 deposit - - - - 1000", "2024-03-27 buy ACME 10 8", "2024-03-27 buy MARK 1 1")
                .price("2024-03-28 ACME 8 EUR");
        for (String day : List.of("03-28", "03-30", "04-01", "04-02", "04-03", "04-04", "04-05", "04-08")) {
            office.price("2024-" + day + " MARK 1 EUR");
        }
    }

    @Test
    void saysHowManyHoldingsAndHowMuchOfTheValueStandOnPricesThatAreTooOld() {
        holdAcmeAndMark();

        assertThat(on("2024-04-04", 5)).isEqualTo(Provenance.fresh(EUR));
        assertThat(on("2024-04-05", 5)).as("six weekdays").isEqualTo(stale(1, "80"));
        assertThat(on("2024-04-08", 5)).isEqualTo(stale(1, "80"));
    }

    private static Provenance stale(int holdings, String value) {
        return new Provenance(holdings, Office.eur(value), Set.of(), Map.of());
    }

    @Test
    void callsNothingStaleForTheWeekendsAndHolidaysOfItsExchange() {
        trades("ACME", "XETR");
        holdAcmeAndMark();

        assertThat(on("2024-03-30", 0)).as("Saturday after Good Friday").isEqualTo(Provenance.fresh(EUR));
        assertThat(on("2024-04-01", 0)).as("Easter Monday").isEqualTo(Provenance.fresh(EUR));
        assertThat(on("2024-04-02", 0)).as("the first trading day").isEqualTo(stale(1, "80"));
    }

    @Test
    void staysRightWhenAPriceComesLaterOrIsCorrected() {
        holdAcmeAndMark();
        assertThat(on("2024-04-08", 5).staleHoldings()).isOne();

        office.price("2024-04-05 ACME 9 EUR");
        assertThat(on("2024-04-05", 5)).isEqualTo(Provenance.fresh(EUR));
        assertThat(on("2024-04-08", 5)).isEqualTo(Provenance.fresh(EUR));

        office.price("2024-03-28 ACME 7 EUR");
        assertThat(on("2024-04-02", 1)).isEqualTo(stale(1, "70"));
    }

    @Test
    void isToldAgainUnderAnotherTolerance() {
        holdAcmeAndMark();

        assertThat(on("2024-04-02", 1)).isEqualTo(stale(1, "80"));
        assertThat(on("2024-04-02", 5)).isEqualTo(Provenance.fresh(EUR));
        assertThat(on("2024-04-02", 1)).isEqualTo(stale(1, "80"));
    }

    @Test
    void isToldAgainWhenAnInstrumentTurnsOutToTradeElsewhere() {
        holdAcmeAndMark();
        assertThat(on("2024-04-02", 1)).isEqualTo(stale(1, "80"));

        trades("ACME", "XETR");

        assertThat(on("2024-04-02", 1)).isEqualTo(Provenance.fresh(EUR));
    }

    @Test
    void goesByTheDaysThatTheOperatorImported() {
        trades("ACME", "XXYZ");
        calendars.save(Map.of(
                new CalendarCode("XXYZ"),
                List.of(
                        new CalendarDay(LocalDate.of(2024, 3, 29), DayStatus.CLOSED, ""),
                        new CalendarDay(LocalDate.of(2024, 4, 1), DayStatus.CLOSED, ""))));
        holdAcmeAndMark();

        assertThat(on("2024-04-02", 1)).isEqualTo(Provenance.fresh(EUR));
        assertThat(on("2024-04-03", 1)).isEqualTo(stale(1, "80"));
    }

    @Test
    void countsWhatIsOwedAsIfItWereOwned() {
        office.under("short").book("2024-03-27 short ACME 10 8", "2024-03-27 buy MARK 1 1");
        office.price("2024-03-28 ACME 8 EUR", "2024-04-08 MARK 1 EUR");

        assertThat(on("2024-04-08", 5).staleValue()).isEqualTo(Office.eur("80"));
    }

    @Test
    void namesTheRateThatIsTooOldAndWhatItConverts() {
        office.book("2024-03-27 deposit - - - - 100 GBP", "2024-03-27 buy ACME 10 5 - - GBP", "2024-03-27 buy MARK 1 1")
                .price("2024-03-27 GBP/EUR 1.2 EUR", "2024-04-08 ACME 5 GBP", "2024-04-08 MARK 1 EUR");

        assertThat(on("2024-04-08", 5))
                .as("fifty pounds in cash, fifty in shares with a close of the day")
                .isEqualTo(new Provenance(1, Office.eur("120"), Set.of(GBP), Map.of()));
    }

    @Test
    void namesTheThirdCurrencyUntilARateOfItsOwnAppears() {
        office.book("2024-03-27 deposit - - - - 100 GBP", "2024-03-27 buy MARK 1 1");
        office.price("2024-03-27 GBP/USD 1.25 USD", "2024-03-27 USD/EUR 0.8 EUR");
        office.price("2024-03-27 MARK 1 EUR", "2024-03-28 MARK 1 EUR", "2024-04-02 MARK 1 EUR");
        Provenance through = new Provenance(0, Office.eur("0"), Set.of(), Map.of(GBP, USD));
        assertThat(on("2024-04-02", 5)).isEqualTo(through);

        office.price("2024-03-28 GBP/EUR 1.1 EUR");

        assertThat(on("2024-03-27", 5)).isEqualTo(through);
        assertThat(on("2024-03-28", 5)).isEqualTo(Provenance.fresh(EUR));
        assertThat(on("2024-04-02", 5)).isEqualTo(Provenance.fresh(EUR));
    }

    @Test
    void isWarnedOfAmongTheHoldingsOfADay() {
        office.book("2024-03-27 deposit - - - - 100 GBP", "2024-03-27 buy MARK 1 1");
        office.price("2024-03-27 GBP/USD 1.25 USD", "2024-04-08 USD/EUR 0.8 EUR", "2024-03-27 USD/EUR 0.8 EUR");

        assertThat(office.holdings("2024-04-03").warnings())
                .contains("There is no exchange rate GBP/EUR; the one through USD is used.")
                .noneMatch(warning -> warning.startsWith("The latest exchange rate"));
        assertThat(office.holdings("2024-04-08").warnings())
                .contains("The latest exchange rate GBP/EUR is of 2024-03-27.");
    }

    @Test
    void addsUpToASummary() {
        holdAcmeAndMark();
        PricingSummary summary = Office.known(valuing(1).daily(office.user, office.portfolio.id(), null, null))
                .pricing();

        assertThat(summary.staleAfter()).isEqualTo(1);
        assertThat(summary.days()).isEqualTo(8);
        assertThat(summary.staleDays()).isEqualTo(6);
        assertThat(summary.peak()).contains(new PricingSummary.Peak(LocalDate.of(2024, 4, 1), Office.eur("80")));
        assertThat(summary.staleSpans())
                .containsExactly(new PricingSummary.Span(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 4, 8), 6));
        assertThat(summary.crossRates()).isEmpty();
    }
}
