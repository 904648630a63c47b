package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.measure.Measure;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes measures for people. */
final class Figures {

    private static final Pattern SIGNED_ZERO = Pattern.compile("-0(\\.0*)?");

    private Figures() {}

    static String percent(double value) {
        return fixed("%.2f", value * 100) + " %";
    }

    static String axisPercent(double value) {
        return fixed("%.0f", value * 100) + " %";
    }

    static String number(double value) {
        return fixed("%.2f", value);
    }

    static String oneDecimal(double value) {
        return fixed("%.1f", value);
    }

    /** Without decimals that say nothing. */
    static String plain(double value) {
        return value == Math.rint(value) ? fixed("%.0f", value) : Double.toString(value);
    }

    /** What rounds to zero has no sign. */
    private static String fixed(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return SIGNED_ZERO.matcher(text).matches() ? text.substring(1) : text;
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
