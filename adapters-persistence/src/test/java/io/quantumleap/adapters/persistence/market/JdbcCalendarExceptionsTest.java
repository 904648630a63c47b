package io.quantumleap.adapters.persistence.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import io.quantumleap.core.market.calendar.DayStatus;
import io.quantumleap.core.market.calendar.Mic;
import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import io.quantumleap.core.market.calendar.port.CalendarExceptionsContract;
import io.quantumleap.core.market.port.PriceBatch;
import io.quantumleap.core.market.reference.InstrumentKind;
import io.quantumleap.core.market.reference.ReferenceData;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCalendarExceptionsTest extends CalendarExceptionsContract {

    private static final Symbol SAP = new Symbol("SAP");
    private static final Symbol RATE = new Symbol("USD/EUR");
    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CalendarExceptions exceptions() {
        return new JdbcCalendarExceptions(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }

    /** Whether a price is stale is settled by trading days, so that who keeps marks must hear of them. */
    @Test
    void countsPricesAsChangedFromTheFirstNewDayOfTheirCalendarOn() {
        JdbcPriceHistory prices = new JdbcPriceHistory(DATABASE.unitOfWork());
        work().run(() -> {
            JdbcInstruments instruments = new JdbcInstruments(DATABASE.unitOfWork());
            instruments.hold();
            instruments.save(List.of(new ReferenceData(
                    SAP, Currency.getInstance("EUR"), "", InstrumentKind.EQUITY, null, null, new Mic("XETR"), 1)));
            try (PriceBatch batch = prices.open(PriceOrigin.IMPORT)) {
                batch.add(2, RATE, Currency.getInstance("EUR"), PriceBar.close(DAY, BigDecimal.ONE));
                batch.merge();
            }
        });
        long before = prices.revision();
        Map<CalendarCode, List<CalendarDay>> file = Map.of(
                new CalendarCode("XETR"),
                List.of(closed(DAY.plusDays(9)), closed(DAY.plusDays(5))),
                CalendarCode.TARGET,
                List.of(closed(DAY.plusDays(7))));

        work().run(() -> exceptions().save(file));
        assertThat(prices.revision()).isEqualTo(before + 1);
        assertThat(prices.firstChange(List.of(SAP), before)).contains(DAY.plusDays(5));
        assertThat(prices.firstChange(List.of(RATE), before)).contains(DAY.plusDays(7));

        work().run(() -> exceptions().save(file));
        assertThat(prices.revision()).as("nothing new").isEqualTo(before + 1);
    }

    private static CalendarDay closed(LocalDate date) {
        return new CalendarDay(date, DayStatus.CLOSED, "");
    }
}
