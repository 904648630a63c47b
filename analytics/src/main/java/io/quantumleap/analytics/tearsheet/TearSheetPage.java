package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tear sheet as one HTML file: charts as inline SVG, no script, nothing loaded from elsewhere, fit for printing. Made for
 * one page.
 */
public final class TearSheetPage {

    private static final int TOP_DRAWDOWNS = 5;
    private static final int BINS = 41;
    private static final int SHADES = 5;

    /** A month this good or bad has the strongest shade. */
    private static final double STRONG_MONTH = 0.08;

    private static final String OVER_SERIES = " Sharpe, Sortino, downside deviation, omega and everything against the"
            + " benchmark but capture and growth are of the returns over the given risk-free series.";

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final TearSheetData data;
    private final TearSheet sheet;
    private final FurtherMeasures further;
    private final StringBuilder html = new StringBuilder(100_000);

    private TearSheetPage(TearSheetData data, TearSheet sheet, FurtherMeasures further) {
        this.data = data;
        this.sheet = sheet;
        this.further = further;
    }

    /**
     * The page.
     *
     * @param title of the page, any text
     * @param data what the sheet was made from
     */
    public static String render(String title, TearSheetData data, TearSheet sheet) {
        return new TearSheetPage(data, sheet, FurtherMeasures.of(data, sheet)).page(title);
    }

    private String page(String title) {
        String safe = Html.escape(title);
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(safe)
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(safe)
                .append("</h1>");
        if (data.count() == 0) {
            return html.append("<p>There are no returns.</p></main></body></html>\n")
                    .toString();
        }
        subtitle();
        measures();
        if (sheet.risk().cumulativeReturn().available()) {
            charts();
        }
        distribution();
        months();
        drawdowns();
        conventions();
        return html.append("</main></body></html>\n").toString();
    }

    private void subtitle() {
        html.append("<p class=\"period\">")
                .append(date(0))
                .append(" to ")
                .append(date(data.count() - 1))
                .append(", ")
                .append(data.count())
                .append(" returns</p>");
    }

    private LocalDate date(int index) {
        return LocalDate.ofEpochDay(data.days()[index]);
    }

    private void measures() {
        RiskReport risk = sheet.risk();
        html.append("<section class=\"measures\">");
        group("Return");
        row("Cumulative return", Figures.percent(risk.cumulativeReturn()));
        row("CAGR", Figures.percent(risk.compoundAnnualGrowthRate()));
        row("Best period", Figures.percent(risk.best()));
        row("Worst period", Figures.percent(risk.worst()));
        row("Positive periods", Figures.percent(risk.positiveShare()));
        row("Payoff", Figures.number(further.winLoss().payoff()));
        row("Profit factor", Figures.number(further.winLoss().profitFactor()));
        row("Kelly fraction", Figures.percent(further.winLoss().kelly()));
        endGroup();
        group("Risk");
        row("Volatility", Figures.percent(risk.volatility()));
        row("Downside deviation", Figures.percent(risk.downsideDeviation()));
        row("Maximum drawdown", Figures.percent(risk.drawdowns().maximum()));
        row("Conditional drawdown, 95 %", Figures.percent(further.conditionalDrawdown()));
        row("Ulcer index", Figures.percent(risk.drawdowns().ulcerIndex()));
        row("Value at risk", Figures.percent(risk.valueAtRisk()));
        row("Expected shortfall", Figures.percent(risk.expectedShortfall()));
        row("Value at risk, Gaussian", Figures.percent(further.gaussian().valueAtRisk()));
        row(
                "Value at risk, Cornish-Fisher",
                Figures.percent(further.cornishFisher().valueAtRisk()));
        row("Skewness", Figures.number(risk.skewness()));
        row("Excess kurtosis", Figures.number(risk.excessKurtosis()));
        endGroup();
        group("Ratios");
        row("Sharpe", Figures.number(risk.sharpe()));
        row("Probability of Sharpe above 0", Figures.percent(further.probabilisticSharpe()));
        row("Sortino", Figures.number(risk.sortino()));
        row("Calmar", Figures.number(risk.calmar()));
        row("Sterling", Figures.number(further.sterling()));
        row("Burke", Figures.number(further.burke()));
        row("Martin", Figures.number(further.martin()));
        row("Omega", Figures.number(risk.omega()));
        row("Gain to pain", Figures.number(further.gainToPain()));
        row("Tail ratio", Figures.number(further.tail()));
        row("Stability", Figures.number(further.stability()));
        endGroup();
        if (data.hasBenchmark()) {
            benchmark();
        }
        html.append("</section>");
    }

    private void benchmark() {
        group("Against the benchmark");
        row("Beta", Figures.number(sheet.comparison().beta()));
        row("Alpha", Figures.percent(sheet.comparison().alpha()));
        row("Correlation", Figures.number(sheet.comparison().correlation()));
        row("R-squared", Figures.number(sheet.comparison().rSquared()));
        row("Tracking error", Figures.percent(sheet.comparison().trackingError()));
        row("Information ratio", Figures.number(sheet.comparison().informationRatio()));
        row("Treynor", Figures.number(further.treynor()));
        row("M-squared", Figures.percent(further.modiglianiSquared()));
        row("Active premium", Figures.percent(further.activePremium()));
        row("Up capture", Figures.number(further.capture().up()));
        row("Down capture", Figures.number(further.capture().down()));
        row("Batting average", Figures.percent(further.battingAverage()));
        endGroup();
    }

    private void group(String name) {
        html.append("<table><caption>").append(name).append("</caption><tbody>");
    }

    private void row(String name, String value) {
        html.append("<tr><th scope=\"row\">")
                .append(name)
                .append("</th><td>")
                .append(value)
                .append("</td></tr>");
    }

    private void endGroup() {
        html.append("</tbody></table>");
    }

    private void charts() {
        double[] path = Wealth.path(data.returns());
        double[] days = withStart();
        SvgChart growth = new SvgChart("Growth of one", 260, days, Figures::number).line(path, "own");
        if (data.hasBenchmark() && Returns.cumulative(data.benchmark()).available()) {
            growth.line(Wealth.path(data.benchmark()), "other");
        }
        figure("Growth of one" + (data.hasBenchmark() ? ", benchmark dashed" : ""), growth);
        figure(
                "Drawdown",
                new SvgChart("Drawdown", 160, days, Figures::axisPercent).area(Drawdowns.underwater(path), "under"));
        int window = sheet.conventions().rollingWindow();
        double[] rolling = new double[data.count()];
        Arrays.fill(rolling, Double.NaN);
        double[] known = sheet.rollingSharpe().values(Double.NaN);
        System.arraycopy(known, 0, rolling, data.count() - known.length, known.length);
        double[] ends = Arrays.stream(data.days()).asDoubleStream().toArray();
        figure(
                "Sharpe ratio over " + window + " returns",
                new SvgChart("Rolling Sharpe ratio", 160, ends, Figures::number).line(rolling, "own"));
    }

    private double[] withStart() {
        double[] days = new double[data.count() + 1];
        for (int i = 0; i < data.count(); i++) {
            days[i + 1] = data.days()[i];
        }
        days[0] = days[1] - 1;
        return days;
    }

    private void figure(String caption, SvgChart chart) {
        html.append("<figure><figcaption>").append(Html.escape(caption)).append("</figcaption>");
        html.append(chart.svg()).append("</figure>");
    }

    private void distribution() {
        if (!(sheet.risk().worst() instanceof Measure.Value lowest)
                || !(sheet.risk().best() instanceof Measure.Value highest)
                || lowest.number() == highest.number()) {
            return;
        }
        double width = (highest.number() - lowest.number()) / BINS;
        int[] counts = new int[BINS];
        for (double simple : data.returns()) {
            counts[Math.min(BINS - 1, (int) ((simple - lowest.number()) / width))]++;
        }
        int most = Arrays.stream(counts).max().orElse(1);
        html.append("<figure><figcaption>Distribution of returns</figcaption>")
                .append("<svg viewBox=\"0 0 720 180\" role=\"img\" aria-label=\"Histogram of the returns\">")
                .append("<title>Histogram of the returns</title>");
        for (int bin = 0; bin < BINS; bin++) {
            double tall = 150.0 * counts[bin] / most;
            double middle = lowest.number() + (bin + 0.5) * width;
            html.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"15.6\" height=\"%.1f\"/>",
                    middle < 0 ? "loss" : "gain",
                    12 + bin * 17.0,
                    156 - tall,
                    tall));
        }
        html.append("<text class=\"tick\" x=\"12\" y=\"174\">")
                .append(Figures.percent(lowest.number()))
                .append("</text><text class=\"tick\" x=\"708\" y=\"174\" text-anchor=\"end\">")
                .append(Figures.percent(highest.number()))
                .append("</text></svg></figure>");
    }

    private void months() {
        Map<Integer, @Nullable PeriodReturn[]> years = new TreeMap<>();
        for (PeriodReturn month : sheet.months()) {
            years.computeIfAbsent(month.start().getYear(), year -> new PeriodReturn[MONTHS.length])[
                    month.start().getMonthValue() - 1] = month;
        }
        html.append(
                "<div class=\"scroll\"><table class=\"months\"><caption>Returns by month</caption><thead><tr><th scope=\"col\">Year</th>");
        for (String month : MONTHS) {
            html.append("<th scope=\"col\">").append(month).append("</th>");
        }
        html.append("<th scope=\"col\">Year</th></tr></thead><tbody>");
        years.forEach((year, months) -> {
            html.append("<tr><th scope=\"row\">").append(year).append("</th>");
            Measure whole = Measure.of(0);
            for (PeriodReturn month : months) {
                html.append(month == null ? "<td></td>" : cell(month.value()));
                whole = month == null ? whole : compounded(whole, month.value());
            }
            html.append(cell(whole)).append("</tr>");
        });
        html.append("</tbody></table></div>");
    }

    private static Measure compounded(Measure before, Measure month) {
        return before instanceof Measure.Value earned
                ? month.map(rate -> (1 + earned.number()) * (1 + rate) - 1)
                : before;
    }

    private static String cell(Measure value) {
        if (!(value instanceof Measure.Value known)) {
            return "<td>" + Figures.number(value) + "</td>";
        }
        double share = Math.min(1, Math.abs(known.number()) / STRONG_MONTH);
        long shade = Math.round(share * SHADES);
        String side = known.number() < 0 ? "l" : "g";
        String figure = Figures.oneDecimal(known.number() * 100);
        return "<td class=\"" + side + shade + "\">" + figure + "</td>";
    }

    private void drawdowns() {
        html.append("<div class=\"scroll\"><table class=\"wide\"><caption>Deepest drawdowns</caption><thead><tr>");
        for (String column : new String[] {"Peak", "Trough", "Recovery", "Depth", "Returns long"}) {
            html.append("<th scope=\"col\">").append(column).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Drawdown drawdown : sheet.risk().drawdowns().deepest(TOP_DRAWDOWNS)) {
            html.append("<tr><td>")
                    .append(drawdown.peak() == 0 ? "start" : date(drawdown.peak() - 1))
                    .append("</td><td>")
                    .append(date(drawdown.trough() - 1))
                    .append("</td><td>")
                    .append(drawdown.recovered() ? date(drawdown.end() - 1) : "not recovered")
                    .append("</td><td>")
                    .append(Figures.percent(drawdown.depth()))
                    .append("</td><td>")
                    .append(drawdown.length())
                    .append("</td></tr>");
        }
        html.append("</tbody></table></div>");
    }

    private void conventions() {
        RiskConventions risk = sheet.conventions().risk();
        html.append("<p class=\"conventions\">")
                .append(String.format(
                        Locale.ROOT,
                        "%s periods a year. Risk-free rate %s and target %s per period. Variances: %s. Downside over %s."
                                + " Value at risk at %s, quantile %s. Growth by number of periods; drawdowns count the"
                                + " start as a peak; skewness and kurtosis are those of the observations; alpha is"
                                + " annualised %s.",
                        Figures.plain(risk.periods().value()),
                        Figures.percent(risk.riskFreeRate()),
                        Figures.percent(risk.target()),
                        words(risk.estimator()),
                        words(risk.downsideDivisor()),
                        Figures.axisPercent(risk.confidence()),
                        words(risk.quantileType()),
                        words(sheet.conventions().comparison().alphaAnnualisation())))
                .append(data.hasRiskFree() ? OVER_SERIES : "")
                .append("</p>");
    }

    private static String words(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static final String STYLE = """
            :root{color-scheme:light}
            body{font:14px/1.45 system-ui,sans-serif;color:#1b2430;background:#fff;margin:0}
            main{max-width:1000px;margin:0 auto;padding:24px}
            h1{font-size:26px;margin:0}
            .period,.conventions{color:#566}
            .measures{display:grid;grid-template-columns:repeat(auto-fit,minmax(205px,1fr));gap:20px;margin:20px 0;align-items:start}
            table{border-collapse:collapse;width:100%}
            caption{font-weight:600;text-align:left;padding:4px 0}
            th,td{padding:3px 6px;border-bottom:1px solid #e3e7ec;font-variant-numeric:tabular-nums}
            th{text-align:left;font-weight:400}
            td{text-align:right;white-space:nowrap}
            thead th{text-align:right}
            thead th:first-child,.wide td:first-child{text-align:left}
            .scroll{overflow-x:auto}
            figure{margin:20px 0;break-inside:avoid}
            figcaption{font-weight:600}
            svg{width:100%;height:auto}
            .grid{stroke:#e3e7ec}
            .tick{font-size:11px;fill:#566}
            .own{fill:none;stroke:#1257a8;stroke-width:1.6}
            .other{fill:none;stroke:#7a828c;stroke-width:1.4;stroke-dasharray:5 4}
            .under{fill:#d9534f33;stroke:#b3302b;stroke-width:1}
            .gain{fill:#2e7d4f}
            .loss{fill:#b3302b}
            .months td{font-size:12px;padding:3px}
            .g1{background:#edf6f0}.g2{background:#d6ecdd}.g3{background:#b9dfc6}.g4{background:#98cfab}.g5{background:#74bd8d}
            .l1{background:#fbeeed}.l2{background:#f5d8d6}.l3{background:#efbdba}.l4{background:#e69f9b}.l5{background:#dd807b}
            abbr{color:#8a929c}
            @media print{main{max-width:none;padding:0}*{print-color-adjust:exact}table,figure{break-inside:avoid}}
            """;
}
