package io.quantumleap.examples.tearsheet;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.tearsheet.TearSheet;
import io.quantumleap.analytics.tearsheet.TearSheetConventions;
import io.quantumleap.analytics.tearsheet.TearSheetData;
import io.quantumleap.analytics.tearsheet.TearSheetPage;

/** The tear sheet of a series as a page to send to a client. */
final class TearSheetHtml {

    private TearSheetHtml() {}

    static String of(String title, Series series, PeriodsPerYear periods) {
        TearSheetData data = series.riskFree().map(series.data()::over).orElseGet(series::data);
        return TearSheetPage.render(title, data, TearSheet.of(data, TearSheetConventions.usual(periods)));
    }
}
