package io.quantumleap.core.market.freshness;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import io.quantumleap.core.market.calendar.TradingCalendar;
import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import io.quantumleap.core.market.reference.port.Instruments;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which prices are stale: carried forward over more trading days than the tolerance, by the calendar of the
 * instrument's exchange. An exchange rate goes by TARGET, and an instrument without an exchange by Monday to Friday. A stale
 * price is still used, and marked. Safe for use by many threads.
 */
public final class StalePrices {

    /** How many trading days a price may be carried forward when nobody says otherwise. */
    public static final int USUAL_TOLERANCE = 5;

    /** Stands for every instrument whose exchange is not known: no exchange has this code, so it has no holidays. */
    private static final CalendarCode WEEKDAYS = new CalendarCode("XXXX");

    private final @Nullable Instruments instruments;
    private final @Nullable CalendarExceptions exceptions;
    private final int tolerance;

    private StalePrices(@Nullable Instruments instruments, @Nullable CalendarExceptions exceptions, int tolerance) {
        this.instruments = instruments;
        this.exceptions = exceptions;
        this.tolerance = tolerance;
        if (tolerance < 0) {
            throw new InvalidValueException("The tolerance for old prices must not be negative.");
        }
    }

    /** By the calendars of the instruments' exchanges. */
    public static StalePrices byExchange(Instruments instruments, CalendarExceptions exceptions, int tolerance) {
        return new StalePrices(instruments, exceptions, tolerance);
    }

    /** By Monday to Friday for every instrument. */
    public static StalePrices byWeekdays(int tolerance) {
        return new StalePrices(null, null, tolerance);
    }

    /** How many trading days a price may be carried forward. */
    public int tolerance() {
        return tolerance;
    }

    /** What it takes to judge the prices of these instruments, read in two goes however many there are. */
    public Judge of(Collection<Symbol> symbols) {
        if (instruments == null || exceptions == null || symbols.isEmpty()) {
            return new Judge(Map.of(), Map.of(), tolerance);
        }
        Map<Symbol, CalendarCode> codes = new HashMap<>();
        instruments.find(symbols).values().forEach(one -> one.calendar()
                .ifPresent(code -> codes.put(one.symbol(), code)));
        Set<CalendarCode> wanted = new TreeSet<>(codes.values());
        Map<CalendarCode, List<CalendarDay>> days = wanted.isEmpty() ? Map.of() : exceptions.of(wanted);
        Map<CalendarCode, TradingCalendar> calendars = wanted.stream()
                .collect(Collectors.toMap(
                        code -> code, code -> new TradingCalendar(code, days.getOrDefault(code, List.of()))));
        return new Judge(codes, calendars, tolerance);
    }

    /** Judges the prices of some instruments. Not safe for use by many threads. */
    public static final class Judge {

        private final Map<Symbol, CalendarCode> codes;
        private final Map<CalendarCode, TradingCalendar> calendars;
        private final TradingCalendar weekdays = new TradingCalendar(WEEKDAYS, List.of());
        private final int tolerance;

        private Judge(Map<Symbol, CalendarCode> codes, Map<CalendarCode, TradingCalendar> calendars, int tolerance) {
            this.codes = codes;
            this.calendars = calendars;
            this.tolerance = tolerance;
        }

        /** Whether a price of one day is stale on another. */
        public boolean isStale(Symbol symbol, LocalDate priced, LocalDate asOf) {
            CalendarCode code = codes.get(symbol);
            TradingCalendar calendar = code == null ? weekdays : calendars.getOrDefault(code, weekdays);
            return calendar.isOlderThan(tolerance, priced, asOf);
        }
    }
}
