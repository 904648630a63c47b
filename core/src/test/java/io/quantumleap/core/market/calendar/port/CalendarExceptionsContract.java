package io.quantumleap.core.market.calendar.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import io.quantumleap.core.market.calendar.DayStatus;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link CalendarExceptions} keeps. */
public abstract class CalendarExceptionsContract {

    private static final CalendarCode XNYS = new CalendarCode("XNYS");
    private static final CalendarDay STORM = new CalendarDay(LocalDate.of(2024, 1, 9), DayStatus.CLOSED, "Storm");
    private static final CalendarDay EVE = new CalendarDay(LocalDate.of(2024, 1, 8), DayStatus.EARLY_CLOSE, "");

    /** The adapter under test, without a day. */
    protected abstract CalendarExceptions exceptions();

    /** The unit of work that the adapter stands on. */
    protected abstract UnitOfWork work();

    @Test
    void keepsReplacesAndCountsDays() {
        CalendarExceptions exceptions = exceptions();
        UnitOfWork work = work();

        assertThat(work.run(
                        () -> exceptions.save(Map.of(XNYS, List.of(STORM, EVE), CalendarCode.TARGET, List.of(STORM)))))
                .isEqualTo(3);
        CalendarDay open = new CalendarDay(STORM.date(), DayStatus.OPEN, "It passed");
        assertThat(work.run(() -> exceptions.save(Map.of(XNYS, List.of(open, EVE)))))
                .isEqualTo(1);

        assertThat(exceptions.of(Set.of(XNYS, new CalendarCode("XETR")))).isEqualTo(Map.of(XNYS, List.of(EVE, open)));
        assertThat(exceptions.codes()).containsExactly(CalendarCode.TARGET, XNYS);
    }
}
