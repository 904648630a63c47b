package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.measure.Measure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The compound returns of calendar months and years as tables of HTML, shaded by their size. */
final class CalendarTables {

    private static final int SHADES = 5;

    /** A month, and a year, this good or bad has the strongest shade. */
    private static final double STRONG_MONTH = 0.08;

    private static final double STRONG_YEAR = 0.3;

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private CalendarTables() {}

    /** A row for each year with its months, in percent. */
    static String months(TearSheetData data, List<PeriodReturn> months) {
        Map<Integer, @Nullable PeriodReturn[]> years = new TreeMap<>();
        for (PeriodReturn month : months) {
            years.computeIfAbsent(month.start().getYear(), year -> new PeriodReturn[MONTHS.length])[
                    month.start().getMonthValue() - 1] = month;
        }
        Map<Integer, Measure> whole = years(data.calendar(CalendarPeriod.YEAR));
        StringBuilder html = new StringBuilder(8_000);
        html.append("<div class=\"scroll\"><table class=\"months\"><caption>Returns by month, %</caption>")
                .append("<thead><tr><th scope=\"col\">Year</th>");
        for (String month : MONTHS) {
            html.append("<th scope=\"col\">").append(month).append("</th>");
        }
        html.append("<th scope=\"col\">Year</th></tr></thead><tbody>");
        years.forEach((year, row) -> {
            html.append("<tr><th scope=\"row\">").append(year).append("</th>");
            for (PeriodReturn month : row) {
                html.append(month == null ? "<td></td>" : cell(month.value(), STRONG_MONTH));
            }
            html.append(cell(whole.getOrDefault(year, Measure.of(0)), STRONG_YEAR))
                    .append("</tr>");
        });
        return html.append("</tbody></table></div>").toString();
    }

    /** The years beside those of the benchmark; empty text without one. */
    static String yearsAgainstTheBenchmark(TearSheetData data) {
        if (!data.hasBenchmark()) {
            return "";
        }
        Map<Integer, Measure> other = years(CalendarReturns.of(data.days(), data.benchmark(), CalendarPeriod.YEAR));
        StringBuilder html = new StringBuilder(2_000);
        html.append("<div class=\"scroll\"><table class=\"wide\"><caption>Returns by year</caption><thead><tr>");
        for (String column : new String[] {"Year", "Portfolio", "Benchmark", "Difference"}) {
            html.append("<th scope=\"col\">").append(column).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        years(data.calendar(CalendarPeriod.YEAR)).forEach((year, own) -> {
            Measure benchmark = other.getOrDefault(year, own);
            Measure difference =
                    own instanceof Measure.Value value ? benchmark.map(against -> value.number() - against) : own;
            html.append("<tr><td>").append(year);
            for (Measure measure : List.of(own, benchmark, difference)) {
                html.append("</td><td>").append(Figures.percent(measure));
            }
            html.append("</td></tr>");
        });
        return html.append("</tbody></table></div>").toString();
    }

    private static Map<Integer, Measure> years(List<PeriodReturn> periods) {
        Map<Integer, Measure> years = new TreeMap<>();
        periods.forEach(period -> years.put(period.start().getYear(), period.value()));
        return years;
    }

    private static String cell(Measure value, double strong) {
        if (!(value instanceof Measure.Value known)) {
            return "<td>" + Figures.number(value) + "</td>";
        }
        long shade = Math.round(Math.min(1, Math.abs(known.number()) / strong) * SHADES);
        String side = known.number() < 0 ? "l" : "g";
        return "<td class=\"" + side + shade + "\">" + Figures.oneDecimal(known.number() * 100) + "</td>";
    }
}
