package io.quantumleap.analytics.performance;

import io.quantumleap.core.shared.InvalidValueException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;

/** The usual windows that end on the last day measured. */
public enum Timeframe {
    /** One day. */
    ONE_DAY("1D", Period.ofDays(1)),
    /** One week. */
    ONE_WEEK("1W", Period.ofWeeks(1)),
    /** One month. */
    ONE_MONTH("1M", Period.ofMonths(1)),
    /** Three months. */
    THREE_MONTHS("3M", Period.ofMonths(3)),
    /** Six months. */
    SIX_MONTHS("6M", Period.ofMonths(6)),
    /** Since the end of last year. */
    YEAR_TO_DATE("YTD", Period.ofDays(1)) {
        @Override
        public LocalDate startFor(LocalDate end) {
            return super.startFor(end.withDayOfYear(1));
        }
    },
    /** One year. */
    ONE_YEAR("1Y", Period.ofYears(1)),
    /** Three years. */
    THREE_YEARS("3Y", Period.ofYears(3)),
    /** Five years. */
    FIVE_YEARS("5Y", Period.ofYears(5)),
    /** Ten years. */
    TEN_YEARS("10Y", Period.ofYears(10)),
    /** Everything there is. */
    MAXIMUM("MAX", Period.ofYears(1_000));

    private final String code;
    private final Period length;

    Timeframe(String code, Period length) {
        this.code = code;
        this.length = length;
    }

    /** The short form, such as {@code 3M}. */
    public String code() {
        return code;
    }

    /** The day whose closing value a window that ends on this day starts from. */
    public LocalDate startFor(LocalDate end) {
        return end.minus(length);
    }

    /**
     * Reads the short form.
     *
     * @throws InvalidValueException if there is no such timeframe
     */
    public static Timeframe parse(String code) {
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "The timeframe is one of 1D, 1W, 1M, 3M, 6M, YTD, 1Y, 3Y, 5Y, 10Y and MAX."));
    }
}
