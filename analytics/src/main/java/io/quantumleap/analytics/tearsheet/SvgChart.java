package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.series.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A line chart over dates as SVG text: axes, grid, lines, and an area down to a base line. Made for one chart. */
final class SvgChart {

    private static final int WIDTH = 720;
    private static final int LEFT = 46;
    private static final int RIGHT = 12;
    private static final int TOP = 8;
    private static final int BOTTOM = 24;
    private static final int MOST_POINTS = 700;

    private final int height;
    private final double[] days;
    private final String label;
    private final DoubleFunction<String> format;
    private final List<Line> lines = new ArrayList<>();
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    private static final class Line {

        final double[] values;
        final String style;
        final boolean area;

        Line(double[] values, String style, boolean area) {
            this.values = values;
            this.style = style;
            this.area = area;
        }
    }

    /**
     * An empty chart.
     *
     * @param label what the chart shows, for those who do not see it
     * @param days rising
     * @param format how a value is written at the axis
     */
    SvgChart(String label, int height, double[] days, DoubleFunction<String> format) {
        this.label = label;
        this.height = height;
        this.days = days;
        this.format = format;
    }

    /** Adds a line; where a value is not finite there is a gap. */
    SvgChart line(double[] values, String style) {
        return add(new Line(values, style, false));
    }

    /** Adds the area between a line and zero. */
    SvgChart area(double[] values, String style) {
        include(0);
        return add(new Line(values, style, true));
    }

    private SvgChart add(Line line) {
        for (double value : line.values) {
            if (Double.isFinite(value)) {
                include(value);
            }
        }
        lines.add(line);
        return this;
    }

    private void include(double value) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
    }

    String svg() {
        if (!(lowest <= highest) || days.length < 2) {
            return "<p class=\"none\">There is nothing to draw.</p>";
        }
        double step = niceStep((highest - lowest) / 4);
        lowest = Math.floor(lowest / step) * step;
        highest = Math.max(Math.ceil(highest / step) * step, lowest + step);
        StringBuilder svg = new StringBuilder(16_000);
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><title>%s</title>",
                WIDTH,
                height,
                Html.escape(label),
                Html.escape(label)));
        grid(svg, step);
        lines.forEach(line -> draw(svg, line));
        return svg.append("</svg>").toString();
    }

    /** 1, 2 or 5 times a power of ten, at least the given width; 1 for a flat line. */
    static double niceStep(double width) {
        if (!(width > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= width) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private void grid(StringBuilder svg, double step) {
        long steps = Math.round((highest - lowest) / step);
        for (long i = 0; i <= steps; i++) {
            double value = lowest + i * step;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    Math.abs(value) < step / 2 ? "zero" : "grid",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value),
                    LEFT - 6,
                    y(value) + 4,
                    Html.escape(format.apply(value))));
        }
        for (DateTicks.Tick tick : DateTicks.between((long) days[0], (long) days[days.length - 1])) {
            double x = x((double) tick.day());
            String anchor = x < LEFT + 12 ? "start" : x > WIDTH - RIGHT - 16 ? "end" : "middle";
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                    x,
                    height - 6,
                    anchor,
                    tick.label()));
        }
    }

    private void draw(StringBuilder svg, Line line) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        double from = days[0];
        double to = days[0];
        for (int i : Reduction.largestTriangleThreeBuckets(days, known(line.values), MOST_POINTS)) {
            if (Double.isFinite(line.values[i])) {
                from = drawing ? from : days[i];
                to = days[i];
                path.append(drawing ? 'L' : 'M').append(point(days[i], line.values[i]));
                drawing = true;
            } else {
                drawing = line.area && drawing;
            }
        }
        if (line.area) {
            path.append('L')
                    .append(point(to, 0))
                    .append('L')
                    .append(point(from, 0))
                    .append('Z');
        }
        svg.append("<path class=\"")
                .append(line.style)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }

    /** The values with the one before it in place of each gap, so that gaps do not disturb the choice of points. */
    private static double[] known(double[] values) {
        double[] known = values.clone();
        double last = 0;
        for (int i = 0; i < known.length; i++) {
            last = Double.isFinite(known[i]) ? known[i] : last;
            known[i] = last;
        }
        return known;
    }

    private String point(double day, double value) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(day), y(value));
    }

    private double x(double day) {
        double share = (day - days[0]) / Math.max(1, days[days.length - 1] - days[0]);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + (highest - value) / (highest - lowest) * (height - TOP - BOTTOM);
    }
}
