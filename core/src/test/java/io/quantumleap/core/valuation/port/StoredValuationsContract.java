package io.quantumleap.core.valuation.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.BookState;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.Lot;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.TradePrice;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.valuation.Checkpoint;
import io.quantumleap.core.valuation.DailyValue;
import io.quantumleap.core.valuation.LedgerTotals;
import io.quantumleap.core.valuation.Provenance;
import io.quantumleap.core.valuation.SplitMark;
import io.quantumleap.core.valuation.ValuationStamp;
import io.quantumleap.core.valuation.ValuedDay;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StoredValuations} keeps to. */
public abstract class StoredValuationsContract {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Symbol ACME = new Symbol("ACME");
    private static final Symbol SHORT = new Symbol("^S&P=X");

    private StoredValuations valuations;
    private UnitOfWork work;
    private PortfolioId portfolio;

    /** The adapter under test. */
    protected abstract StoredValuations valuations();

    /** The unit of work that it stands on. */
    protected abstract UnitOfWork work();

    /** A portfolio of which no value is stored. */
    protected abstract PortfolioId somePortfolio();

    @BeforeEach
    void setUp() {
        valuations = valuations();
        work = work();
        portfolio = somePortfolio();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static ValuationStamp stamp(long generation) {
        return new ValuationStamp(
                generation, 7, 9, "1 EUR FIFO", Set.of(ACME), Set.of(ACME, new Symbol("USD/EUR")), DAY.plusDays(2));
    }

    private static ValuedDay day(LocalDate date, String value) {
        return new ValuedDay(
                new DailyValue(
                        date,
                        eur(value),
                        eur("1000000000000000000.0000000001"),
                        eur("0"),
                        eur("-0.3333333333333333333333333333333333"),
                        eur("5"),
                        eur("6.5"),
                        true,
                        new Provenance(
                                2,
                                eur("7.0000000000000000000001"),
                                Set.of(Currency.getInstance("GBP"), Currency.getInstance("JPY")),
                                Map.of(
                                        Currency.getInstance("GBP"),
                                        Currency.getInstance("USD"),
                                        Currency.getInstance("CHF"),
                                        Currency.getInstance("EUR")))),
                Set.of(ACME, new Symbol("BRK.B")),
                true);
    }

    private static Checkpoint checkpoint(LocalDate date) {
        Lot bought = new Lot(
                ACME,
                DAY,
                DAY.minusYears(1),
                DAY.minusYears(2),
                Quantity.of("0.0000000001"),
                eur("33.33333333333333333333"),
                false,
                new ExternalId("T-1 \u00e4\u20ac"));
        Lot owed = new Lot(SHORT, DAY, DAY, DAY, Quantity.of("3"), Money.of("12.5", "USD"), true, null);
        return new Checkpoint(
                date,
                DAY.minusDays(3),
                DAY.minusDays(1),
                12,
                new BookState(
                        List.of(
                                new BookState.OfInstrument(
                                        ACME, List.of(bought, bought), new TradePrice(DAY, eur("7"))),
                                new BookState.OfInstrument(SHORT, List.of(owed), null)),
                        List.of(eur("0"), Money.of("-1.25", "USD"))),
                new LedgerTotals(eur("1"), eur("2"), eur("3.3"), eur("4"), eur("5"), eur("-6.123456789012345678901")),
                Set.of(ACME, SHORT),
                Set.of(Currency.getInstance("EUR"), Currency.getInstance("USD")),
                List.of(new SplitMark(ACME, DAY, Quantity.of("2.5"))));
    }

    private void replace(ValuationStamp stamp, LocalDate after, List<ValuedDay> days, List<Checkpoint> checkpoints) {
        work.run(() -> {
            valuations.hold(portfolio);
            valuations.replace(portfolio, stamp, after, days, checkpoints);
        });
    }

    @Test
    void keepsNothingForAStranger() {
        assertThat(valuations.stamp(portfolio)).isEmpty();
        assertThat(work.run(() -> valuations.hold(portfolio))).isEmpty();
        assertThat(valuations.stamp(portfolio)).isEmpty();
        assertThat(valuations.checkpointBefore(portfolio, LocalDate.MAX)).isEmpty();
        assertThat(valuations.checkpointDays(portfolio)).isEmpty();
        assertThat(valuations.epochDays(portfolio, DAY)).isEmpty();
    }

    @Test
    void givesBackEveryDigit() {
        replace(stamp(1), null, List.of(day(DAY, "100.10"), day(DAY.plusDays(1), "101")), List.of(checkpoint(DAY)));

        assertThat(valuations.stamp(portfolio)).contains(stamp(1));
        assertThat(valuations.days(portfolio, 1, null, null))
                .contains(List.of(day(DAY, "100.1"), day(DAY.plusDays(1), "101")));
        assertThat(valuations.checkpointBefore(portfolio, DAY.plusDays(1))).contains(checkpoint(DAY));
        assertThat(valuations.checkpointBefore(portfolio, DAY)).isEmpty();
    }

    @Test
    void givesTheDaysInRange() {
        replace(
                stamp(1),
                null,
                List.of(day(DAY, "1"), day(DAY.plusDays(1), "2"), day(DAY.plusDays(2), "3")),
                List.of());

        assertThat(valuations.days(portfolio, 1, DAY.plusDays(1), DAY.plusDays(1)))
                .contains(List.of(day(DAY.plusDays(1), "2")));
        assertThat(valuations.days(portfolio, 1, DAY.plusDays(5), null)).contains(List.of());
        assertThat(valuations.epochDays(portfolio, DAY.plusDays(1)))
                .containsExactly(DAY.toEpochDay(), DAY.toEpochDay() + 1);
    }

    @Test
    void refusesTheDaysOfAnotherGeneration() {
        replace(stamp(1), null, List.of(day(DAY, "1")), List.of());
        replace(stamp(2), null, List.of(day(DAY, "2")), List.of());

        assertThat(valuations.days(portfolio, 1, null, null)).isEmpty();
        assertThat(valuations.days(portfolio, 2, null, null)).contains(List.of(day(DAY, "2")));
    }

    @Test
    void replacesWhatComesAfterADayAndKeepsTheRest() {
        replace(
                stamp(1),
                null,
                List.of(day(DAY, "1"), day(DAY.plusDays(1), "2"), day(DAY.plusDays(2), "3")),
                List.of(checkpoint(DAY), checkpoint(DAY.plusDays(2))));
        replace(stamp(2), DAY, List.of(day(DAY.plusDays(3), "4")), List.of(checkpoint(DAY.plusDays(3))));

        assertThat(valuations.days(portfolio, 2, null, null))
                .contains(List.of(day(DAY, "1"), day(DAY.plusDays(3), "4")));
        assertThat(valuations.checkpointDays(portfolio)).containsExactly(DAY, DAY.plusDays(3));
    }

    @Test
    void forgetsCheckpointsAndKeepsTheValues() {
        replace(stamp(1), null, List.of(day(DAY, "1")), List.of(checkpoint(DAY), checkpoint(DAY.plusDays(2))));
        work.run(() -> valuations.forgetCheckpoints(portfolio, List.of(DAY.plusDays(2))));

        assertThat(valuations.checkpointBefore(portfolio, LocalDate.MAX)).contains(checkpoint(DAY));
        assertThat(valuations.days(portfolio, 1, null, null)).contains(List.of(day(DAY, "1")));
    }
}
