package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.measure.Measure;
import java.util.Arrays;
import java.util.Locale;

/** How often returns of which size came, as SVG text; losses and gains in their colours, with zero marked. Bins have a round width, and zero is the edge of one. */
final class Histogram {

    private static final int FEWEST_BINS = 8;
    private static final int MOST_BINS = 50;
    private static final double LEFT = 12;
    private static final double WIDTH = 696;
    private static final double TOP = 8;
    private static final double BASE = 136;

    /** A label at an end needs this much. */
    private static final double ROOM = 60;

    private Histogram() {}

    /** The figure; empty text if the returns are not finite or all the same. */
    static String figure(double[] returns, Measure worst, Measure best) {
        if (!(worst instanceof Measure.Value lowest)
                || !(best instanceof Measure.Value highest)
                || !(highest.number() > lowest.number())) {
            return "";
        }
        int wanted = Math.max(FEWEST_BINS, Math.min(MOST_BINS, (int) (2 * Math.sqrt(returns.length))));
        double width = SvgChart.niceStep((highest.number() - lowest.number()) / wanted);
        double left = Math.floor(lowest.number() / width) * width;
        int[] counts = new int[(int) Math.round((highest.number() - left) / width) + 2];
        for (double simple : returns) {
            counts[(int) ((simple - left) / width)]++;
        }
        int used = counts.length;
        while (counts[used - 1] == 0) {
            used--;
        }
        return svg(Arrays.copyOf(counts, used), left, width);
    }

    private static String svg(int[] counts, double left, double width) {
        double right = left + counts.length * width;
        StringBuilder svg = new StringBuilder(8_000);
        svg.append("<figure><figcaption>Distribution of returns</figcaption>")
                .append("<svg viewBox=\"0 0 720 160\" role=\"img\" aria-label=\"Histogram of the returns\">")
                .append("<title>Histogram of the returns</title>");
        bars(svg, counts, left, width);
        line(svg, LEFT, LEFT + WIDTH, BASE, BASE);
        label(svg, LEFT, "start", Figures.percent(left));
        label(svg, LEFT + WIDTH, "end", Figures.percent(right));
        double zero = LEFT - left / (right - left) * WIDTH;
        if (zero > LEFT + ROOM && zero < LEFT + WIDTH - ROOM) {
            line(svg, zero, zero, TOP, BASE + 5);
            label(svg, zero, "middle", "0");
        }
        return svg.append("</svg></figure>").toString();
    }

    private static void bars(StringBuilder svg, int[] counts, double left, double width) {
        int most = Arrays.stream(counts).max().orElse(1);
        double step = WIDTH / counts.length;
        for (int bin = 0; bin < counts.length; bin++) {
            double tall = (BASE - TOP) * counts[bin] / most;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    left + (bin + 0.5) * width < 0 ? "loss" : "gain",
                    LEFT + bin * step + 0.5,
                    BASE - tall,
                    step - 1,
                    tall));
        }
    }

    private static void line(StringBuilder svg, double x1, double x2, double y1, double y2) {
        svg.append(String.format(
                Locale.ROOT, "<line class=\"zero\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", x1, x2, y1, y2));
    }

    private static void label(StringBuilder svg, double x, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"tick\" x=\"%.1f\" y=\"154\" text-anchor=\"%s\">%s</text>",
                x,
                anchor,
                text));
    }
}
