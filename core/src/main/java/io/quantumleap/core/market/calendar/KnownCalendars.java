package io.quantumleap.core.market.calendar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The calendars whose rules this program knows. */
public final class KnownCalendars {

    private static final Rules WEEKDAYS = new Rules("Monday to Friday, no holiday known", HolidayRules.NONE);

    private static final Map<CalendarCode, Rules> KNOWN = known();

    private KnownCalendars() {}

    /**
     * Rules and what to call them.
     *
     * @param words for people
     */
    record Rules(String words, HolidayRules holidays) {}

    private static Map<CalendarCode, Rules> known() {
        Rules newYork = new Rules("the holidays of the New York Stock Exchange, by rule", new NewYorkHolidays());
        Map<CalendarCode, Rules> known = new TreeMap<>();
        for (String exchange : List.of("XNYS", "XNAS", "ARCX", "XASE", "BATS")) {
            known.put(new CalendarCode(exchange), newYork);
        }
        known.put(new CalendarCode("XETR"), new Rules("the holidays of Xetra, by rule", new XetraHolidays()));
        known.put(CalendarCode.TARGET, new Rules("the closing days of TARGET, by rule", new TargetHolidays()));
        return known;
    }

    /** Their names. */
    public static List<CalendarCode> codes() {
        return List.copyOf(KNOWN.keySet());
    }

    static Rules rules(CalendarCode code) {
        return KNOWN.getOrDefault(code, WEEKDAYS);
    }
}
