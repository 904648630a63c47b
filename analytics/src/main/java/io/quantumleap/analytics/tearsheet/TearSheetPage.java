package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.drawdown.Drawdown;
import io.quantumleap.analytics.drawdown.Drawdowns;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.measure.Wealth;
import io.quantumleap.analytics.returns.GrowthPath;
import io.quantumleap.analytics.returns.Returns;
import io.quantumleap.analytics.risk.RiskConventions;
import io.quantumleap.analytics.risk.RiskReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A tear sheet as one HTML file: charts as inline SVG, no script, nothing loaded from elsewhere, fit for printing. Made for
 * one page.
 */
public final class TearSheetPage {

    private static final int TOP_DRAWDOWNS = 5;

    private static final String OVER_SERIES = " Sharpe, Sortino, downside deviation, omega and everything against the"
            + " benchmark but capture and growth are of the returns over the given risk-free series.";

    private static final String LEGEND =
            "<span class=\"key\">Portfolio</span><span class=\"key bench\">Benchmark</span>";

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
                .append(PageStyle.CSS)
                .append("</style></head><body><main><header><h1>")
                .append(safe)
                .append("</h1>");
        if (data.count() == 0) {
            return html.append("</header><p>There are no returns.</p></main></body></html>\n")
                    .toString();
        }
        subtitle();
        headline();
        measures();
        if (sheet.risk().cumulativeReturn().available()) {
            charts();
        }
        html.append(Histogram.figure(
                data.returns(), sheet.risk().worst(), sheet.risk().best()));
        html.append(CalendarTables.months(data, sheet.months()));
        html.append("<div class=\"pair\">");
        drawdowns();
        html.append(CalendarTables.yearsAgainstTheBenchmark(data)).append("</div>");
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
                .append(data.count() == 1 ? " return" : " returns")
                .append("</p></header>");
    }

    /** The five figures that everybody asks for first, with the benchmark's beneath. */
    private void headline() {
        RiskReport own = sheet.risk();
        Optional<RiskReport> other = benchmarkRisk();
        html.append("<dl class=\"headline\">");
        figure("Cumulative return", own, other, RiskReport::cumulativeReturn, true);
        figure("Growth a year (CAGR)", own, other, RiskReport::compoundAnnualGrowthRate, true);
        figure("Volatility", own, other, RiskReport::volatility, true);
        figure("Sharpe ratio", own, other, RiskReport::sharpe, false);
        figure("Maximum drawdown", own, other, risk -> risk.drawdowns().maximum(), true);
        html.append("</dl>");
    }

    private Optional<RiskReport> benchmarkRisk() {
        if (!data.hasBenchmark()) {
            return Optional.empty();
        }
        double[] benchmark = data.benchmark();
        return Optional.of(RiskReport.of(
                benchmark,
                data.excess(benchmark),
                GrowthPath.of(benchmark),
                sheet.conventions().risk()));
    }

    private void figure(
            String name,
            RiskReport own,
            Optional<RiskReport> other,
            Function<RiskReport, Measure> measure,
            boolean percent) {
        Function<RiskReport, String> written =
                risk -> percent ? Figures.percent(measure.apply(risk)) : Figures.number(measure.apply(risk));
        html.append("<div><dt>")
                .append(name)
                .append("</dt><dd class=\"figure\">")
                .append(written.apply(own))
                .append("</dd>");
        other.ifPresent(risk -> html.append("<dd class=\"versus\">benchmark ")
                .append(written.apply(risk))
                .append("</dd>"));
        html.append("</div>");
    }

    private LocalDate date(int index) {
        return LocalDate.ofEpochDay(data.days()[index]);
    }

    private void measures() {
        RiskReport risk = sheet.risk();
        html.append("<section class=\"measures\">");
        group("Return");
        row("Best period", Figures.percent(risk.best()));
        row("Worst period", Figures.percent(risk.worst()));
        row("Positive periods", Figures.percent(risk.positiveShare()));
        row("Payoff", Figures.number(further.winLoss().payoff()));
        row("Profit factor", Figures.number(further.winLoss().profitFactor()));
        row("Kelly fraction", Figures.percent(further.winLoss().kelly()));
        row("Longest winning streak", Integer.toString(further.winLoss().longestWinningStreak()));
        row("Longest losing streak", Integer.toString(further.winLoss().longestLosingStreak()));
        row("Drawdowns", Integer.toString(risk.drawdowns().episodes().size()));
        row("Longest drawdown", Integer.toString(risk.drawdowns().longestLength()));
        endGroup();
        group("Risk");
        row("Downside deviation", Figures.percent(risk.downsideDeviation()));
        row("Average drawdown", Figures.percent(risk.drawdowns().averageDepth()));
        row("Conditional drawdown", Figures.percent(further.conditionalDrawdown()));
        row("Ulcer index", Figures.percent(risk.drawdowns().ulcerIndex()));
        row("Value at risk (VaR)", Figures.percent(risk.valueAtRisk()));
        row("Expected shortfall", Figures.percent(risk.expectedShortfall()));
        row("VaR, Gaussian", Figures.percent(further.gaussian().valueAtRisk()));
        row("VaR, Cornish-Fisher", Figures.percent(further.cornishFisher().valueAtRisk()));
        row("Skewness", Figures.number(risk.skewness()));
        row("Excess kurtosis", Figures.number(risk.excessKurtosis()));
        endGroup();
        group("Ratios");
        row("Probabilistic Sharpe", Figures.percent(further.probabilisticSharpe()));
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
        SvgChart growth = new SvgChart("Growth of one", 230, days, Figures::number).line(path, "own");
        if (data.hasBenchmark() && Returns.cumulative(data.benchmark()).available()) {
            growth.line(Wealth.path(data.benchmark()), "other");
        }
        figure("Growth of one" + (data.hasBenchmark() ? LEGEND : ""), growth);
        figure(
                "Drawdown",
                new SvgChart("Drawdown", 135, days, Figures::axisPercent).area(Drawdowns.underwater(path), "under"));
        if (sheet.rollingSharpe().lowest().isPresent()) {
            rollingSharpe();
        }
    }

    private void rollingSharpe() {
        int window = sheet.conventions().rollingWindow();
        double[] rolling = new double[data.count()];
        Arrays.fill(rolling, Double.NaN);
        double[] known = sheet.rollingSharpe().values(Double.NaN);
        System.arraycopy(known, 0, rolling, data.count() - known.length, known.length);
        double[] ends = Arrays.stream(data.days()).asDoubleStream().toArray();
        figure(
                "Sharpe ratio over " + window + " returns",
                new SvgChart("Rolling Sharpe ratio", 135, ends, Figures::number).line(rolling, "own"));
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
        html.append("<figure><figcaption>").append(caption).append("</figcaption>");
        html.append(chart.svg()).append("</figure>");
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
}
