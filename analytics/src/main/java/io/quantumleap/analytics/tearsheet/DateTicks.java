package io.quantumleap.analytics.tearsheet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Where a time axis is labelled: at the beginnings of months or years that divide the time evenly, or at days of a short one. */
final class DateTicks {

    private static final int MOST = 8;
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000};
    private static final int SHORT = 3;
    private static final int DAYS = 4;

    record Tick(long day, String label) {}

    private DateTicks() {}

    static List<Tick> between(long from, long to) {
        LocalDate first = LocalDate.ofEpochDay(from);
        long months = ChronoUnit.MONTHS.between(first, LocalDate.ofEpochDay(to));
        return months < SHORT ? days(from, to) : months(first, to, months);
    }

    private static List<Tick> days(long from, long to) {
        List<Tick> ticks = new ArrayList<>();
        long parts = Math.max(1, Math.min(DAYS, to - from));
        for (long i = 0; i <= parts; i++) {
            long day = from + (to - from) * i / parts;
            ticks.add(new Tick(day, LocalDate.ofEpochDay(day).toString()));
        }
        return ticks;
    }

    private static List<Tick> months(LocalDate first, long to, long months) {
        int step = MONTHS[0];
        for (int i = 1; i < MONTHS.length && months / step >= MOST; i++) {
            step = MONTHS[i];
        }
        long since = first.getYear() * 12L + first.getMonthValue() - 1 + (first.getDayOfMonth() > 1 ? 1 : 0);
        List<Tick> ticks = new ArrayList<>();
        for (long month = Math.floorDiv(since + step - 1, (long) step) * step; ; month += step) {
            LocalDate start = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
            if (start.toEpochDay() > to) {
                return ticks;
            }
            String label = start.toString();
            ticks.add(new Tick(start.toEpochDay(), label.substring(0, label.length() - (step % 12 == 0 ? 6 : 3))));
        }
    }
}
