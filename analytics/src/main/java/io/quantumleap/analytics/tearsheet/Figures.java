package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.measure.Measure;
import java.util.Locale;

/** Writes measures for people. */
final class Figures {

    private Figures() {}

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f %%", value * 100);
    }

    static String axisPercent(double value) {
        return String.format(Locale.ROOT, "%.0f %%", value * 100);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String percent(Measure measure) {
        return measure instanceof Measure.Value value ? percent(value.number()) : reason(measure);
    }

    static String number(Measure measure) {
        return measure instanceof Measure.Value value ? number(value.number()) : reason(measure);
    }

    private static String reason(Measure measure) {
        return measure instanceof Measure.Unavailable none
                ? "<abbr title=\"" + Html.escape(none.reason().sentence()) + "\">n/a</abbr>"
                : "";
    }
}
