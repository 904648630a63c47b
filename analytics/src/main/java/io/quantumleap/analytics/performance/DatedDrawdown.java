package io.quantumleap.analytics.performance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A drawdown on the calendar.
 *
 * @param peak the day of the peak
 * @param trough the day of the lowest value
 * @param recovered the day on which the peak was reached again; null if it was not; read it through {@link #recovery()}
 * @param until that day, or the last day measured
 * @param depth the lowest value over the peak, less one; negative
 */
public record DatedDrawdown(
        LocalDate peak, LocalDate trough, @Nullable LocalDate recovered, LocalDate until, double depth) {

    /** The day on which the peak was reached again; empty if it was not. */
    public Optional<LocalDate> recovery() {
        return Optional.ofNullable(recovered);
    }

    /** Calendar days from the peak to the recovery, or to the last day measured. */
    public long lengthInDays() {
        return ChronoUnit.DAYS.between(peak, until);
    }
}
