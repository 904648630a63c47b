package io.quantumleap.core.market.calendar.port;

import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calendar days in a map. */
public final class InMemoryCalendarExceptions implements CalendarExceptions {

    private final Map<CalendarCode, Map<LocalDate, CalendarDay>> days = new TreeMap<>();

    @Override
    public Map<CalendarCode, List<CalendarDay>> of(Collection<CalendarCode> codes) {
        Map<CalendarCode, List<CalendarDay>> found = new TreeMap<>();
        days.forEach((code, known) -> {
            if (codes.contains(code)) {
                found.put(code, List.copyOf(known.values()));
            }
        });
        return found;
    }

    @Override
    public List<CalendarCode> codes() {
        return List.copyOf(days.keySet());
    }

    @Override
    public int save(Map<CalendarCode, List<CalendarDay>> given) {
        int changed = 0;
        for (Map.Entry<CalendarCode, List<CalendarDay>> calendar : given.entrySet()) {
            Map<LocalDate, CalendarDay> known = days.computeIfAbsent(calendar.getKey(), none -> new TreeMap<>());
            for (CalendarDay day : calendar.getValue()) {
                changed += day.equals(known.put(day.date(), day)) ? 0 : 1;
            }
        }
        return changed;
    }
}
