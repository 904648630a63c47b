package io.quantumleap.core.market.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import io.quantumleap.core.market.calendar.DayStatus;
import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.market.calendar.port.InMemoryCalendarExceptions;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.market.reference.InstrumentKind;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.market.reference.port.InMemoryInstruments;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StalePricesTest {

    private static final Symbol ACME = new Symbol("ACME");
    private static final Symbol RATE = new Symbol("GBP/EUR");
    private static final LocalDate THURSDAY = LocalDate.of(2024, 3, 28);

    private final InMemoryInstruments instruments = new InMemoryInstruments(new InMemoryPriceHistory());
    private final InMemoryCalendarExceptions exceptions = new InMemoryCalendarExceptions();

    private void describe(Symbol symbol, InstrumentKind kind, String exchange) {
        instruments.save(List.of(new ReferenceData(
                symbol,
                Currency.getInstance("EUR"),
                "",
                kind,
                null,
                null,
                exchange == null ? null : new Mic(exchange),
                1)));
    }

    private boolean isStale(Symbol symbol, LocalDate asOf, int tolerance) {
        return StalePrices.byExchange(instruments, exceptions, tolerance)
                .of(Set.of(symbol))
                .isStale(symbol, THURSDAY, asOf);
    }

    @Test
    void countsTheTradingDaysOfTheExchangeOverEaster() {
        describe(ACME, InstrumentKind.EQUITY, "XETR");

        assertThat(isStale(ACME, LocalDate.of(2024, 4, 2), 1))
                .as("Tuesday after Easter")
                .isFalse();
        assertThat(isStale(ACME, LocalDate.of(2024, 4, 3), 1)).isTrue();
    }

    @Test
    void countsWeekdaysWhereTheExchangeIsNotKnown() {
        assertThat(isStale(ACME, LocalDate.of(2024, 4, 1), 1)).isTrue();
        assertThat(isStale(ACME, LocalDate.of(2024, 3, 29), 1)).isFalse();
    }

    @Test
    void measuresExchangeRatesByTarget() {
        describe(RATE, InstrumentKind.CURRENCY_PAIR, null);

        assertThat(isStale(RATE, LocalDate.of(2024, 4, 2), 1)).isFalse();
    }

    @Test
    void heedsTheOperatorsDays() {
        describe(ACME, InstrumentKind.EQUITY, "XETR");
        exceptions.save(Map.of(
                new CalendarCode("XETR"),
                List.of(new CalendarDay(LocalDate.of(2024, 4, 2), DayStatus.CLOSED, "Power cut"))));

        assertThat(isStale(ACME, LocalDate.of(2024, 4, 3), 1)).isFalse();
    }

    @Test
    void aPriceOfTheDayIsNeverStale() {
        assertThat(isStale(ACME, THURSDAY, 0)).isFalse();
    }
}
