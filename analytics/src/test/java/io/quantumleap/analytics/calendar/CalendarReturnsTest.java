package io.quantumleap.analytics.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarReturnsTest {

    private static final LocalDate[] DATES = {
        LocalDate.of(2023, 12, 29), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31), LocalDate.of(2024, 4, 2)
    };

    private static final double[] RETURNS = {0.1, 0.2, -0.5, 0.25};

    @Test
    void compoundsWithinEachPeriod() {
        List<PeriodReturn> months = CalendarReturns.of(DATES, RETURNS, CalendarPeriod.MONTH);
        assertThat(months)
                .extracting(PeriodReturn::start)
                .containsExactly(LocalDate.of(2023, 12, 1), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1));
        assertThat(months).extracting(PeriodReturn::observations).containsExactly(1, 2, 1);
        assertThat(months.get(1).value().orElseThrow()).isCloseTo(-0.4, within(1e-15));
        List<PeriodReturn> quarters = CalendarReturns.of(DATES, RETURNS, CalendarPeriod.QUARTER);
        assertThat(quarters)
                .extracting(PeriodReturn::start)
                .containsExactly(LocalDate.of(2023, 10, 1), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1));
        List<PeriodReturn> years = CalendarReturns.of(DATES, RETURNS, CalendarPeriod.YEAR);
        assertThat(years).hasSize(2);
        assertThat(years.get(1).value().orElseThrow()).isCloseTo(-0.25, within(1e-15));
    }

    @Test
    void weeksStartOnMonday() {
        // 2023-12-29 is a Friday, 2024-01-01 a Monday.
        List<PeriodReturn> weeks = CalendarReturns.of(DATES, RETURNS, CalendarPeriod.WEEK);
        assertThat(weeks)
                .extracting(PeriodReturn::start)
                .containsExactly(
                        LocalDate.of(2023, 12, 25),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 1, 29),
                        LocalDate.of(2024, 4, 1));
    }

    @Test
    void aBadReturnSpoilsOnlyItsPeriod() {
        List<PeriodReturn> months =
                CalendarReturns.of(DATES, new double[] {Double.NaN, 0.1, 0.1, 0.1}, CalendarPeriod.MONTH);
        assertThat(months.get(0).value()).isEqualTo(Measure.unavailable(Reason.NOT_FINITE));
        assertThat(months.get(1).value().available()).isTrue();
    }

    @Test
    void refusesDaysThatDescendOrAreMissing() {
        LocalDate[] descending = {LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 1)};
        assertThatThrownBy(() -> CalendarReturns.of(descending, new double[2], CalendarPeriod.YEAR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CalendarReturns.of(DATES, new double[2], CalendarPeriod.YEAR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CalendarReturns.of(new LocalDate[0], new double[0], CalendarPeriod.YEAR))
                .isEmpty();
    }
}
