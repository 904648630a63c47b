package io.quantumleap.examples.tearsheet;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.tearsheet.TearSheet;
import io.quantumleap.analytics.tearsheet.TearSheetConventions;
import io.quantumleap.analytics.tearsheet.TearSheetData;
import io.quantumleap.analytics.tearsheet.TearSheetPage;
import java.time.LocalDate;

/** The tear sheet of a series as a page to send to a client. */
final class TearSheetHtml {

    private TearSheetHtml() {}

    static String of(String title, Series series, PeriodsPerYear periods) {
        LocalDate[] dates = new LocalDate[series.returns().length];
        for (int i = 0; i < dates.length; i++) {
            dates[i] = series.position(i + 1).orElseThrow();
        }
        TearSheetData alone = TearSheetData.of(dates, series.returns());
        TearSheetData compared = series.benchmark().map(alone::against).orElse(alone);
        TearSheetData data = series.riskFree().map(compared::over).orElse(compared);
        return TearSheetPage.render(title, data, TearSheet.of(data, TearSheetConventions.usual(periods)));
    }
}
