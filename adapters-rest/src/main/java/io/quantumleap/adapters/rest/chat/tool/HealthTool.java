package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.health.HealthConventions;
import io.quantumleap.analytics.health.PortfolioHealth;
import io.quantumleap.analytics.health.RiskFactor;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.performance.PerformanceReport;
import io.quantumleap.analytics.risk.Ratios;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.valuation.Holding;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.ViewHoldings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Scores a portfolio over a period, with the holdings of its last day. */
public final class HealthTool implements Tool {

    private static final int BEST = 100;
    private static final int NORMAL_KURTOSIS = 3;

    private final MeasuredPortfolio measured;
    private final ViewHoldings holdings;

    /** Works through these. */
    public HealthTool(MeasuredPortfolio measured, ViewHoldings holdings) {
        this.measured = measured;
        this.holdings = holdings;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.HEALTH;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return measured.with(context, arguments, (portfolio, report) -> holdings.view(
                        context.caller(), portfolio.id(), report.to().orElse(null))
                .<ToolOutcome>fold(view -> outcome(portfolio, report, view), Unmeasurable::refusal));
    }

    private static ToolOutcome outcome(Portfolio portfolio, PerformanceReport report, HoldingsView view) {
        double[] values = view.holdings().stream()
                .mapToDouble(holding -> holding.value().amount().doubleValue())
                .toArray();
        for (double value : values) {
            if (value < 0) {
                return new ToolRefusal(
                        Reason.NO_DATA,
                        portfolio.name().value()
                                + " is short of an instrument, and the scores are defined for what is owned only.");
            }
        }
        RiskReport risk = report.metrics().portfolio();
        PortfolioHealth health = PortfolioHealth.of(
                values,
                probabilisticSharpe(risk),
                risk.volatility(),
                risk.drawdowns().current(),
                HealthConventions.usual());
        return result(portfolio, report, view, health);
    }

    /** From the ratio of the year back to that of one period, as the formula wants it; none without each of its parts. */
    private static Measure probabilisticSharpe(RiskReport risk) {
        return Stream.of(risk.sharpe(), risk.skewness(), risk.excessKurtosis())
                .filter(part -> !part.available())
                .findFirst()
                .orElseGet(() -> Ratios.probabilityAbove(
                        0,
                        risk.sharpe().orElseThrow()
                                / risk.conventions().periods().dispersionFactor(),
                        risk.observations(),
                        risk.skewness().orElseThrow(),
                        risk.excessKurtosis().orElseThrow() + NORMAL_KURTOSIS));
    }

    private static ToolResult result(
            Portfolio portfolio, PerformanceReport report, HoldingsView view, PortfolioHealth health) {
        RiskReport risk = report.metrics().portfolio();
        FigureList figures = new FigureList()
                .day(Metric.FROM, report.from())
                .day(Metric.TO, report.to())
                .ratio(Metric.OVERALL_SCORE, health.overall())
                .ratio(Metric.PERFORMANCE_SCORE, health.performance())
                .ratio(Metric.DIVERSIFICATION_SCORE, health.diversification())
                .ratio(Metric.RISK_SCORE, health.risk())
                .add(Metric.BEST_SCORE.count(BEST))
                .add(Metric.RISK_LEVEL.text(code(health.level())))
                .percent(Metric.PROBABILISTIC_SHARPE, probabilisticSharpe(risk))
                .ratio(Metric.CONCENTRATION, health.concentration())
                .ratio(Metric.EFFECTIVE_HOLDINGS, health.concentration().map(index -> 1 / index))
                .add(Metric.HOLDING_COUNT.count(view.holdings().size()))
                .percent(Metric.VOLATILITY, risk.volatility())
                .percent(Metric.CURRENT_DRAWDOWN, risk.drawdowns().current())
                .percent(Metric.MAX_DRAWDOWN, risk.drawdowns().maximum());
        formulas(figures, health.conventions());
        return new ToolResult(
                MeasuredPortfolio.title("Health", portfolio, report),
                MeasuredPortfolio.href(report),
                figures.figures(),
                health.factors().stream().map(factor -> row(factor, view)).toList(),
                figures.notes(report.warnings()).notes());
    }

    /** The formulas in words, so that no reader and no model has to guess what a score says. */
    private static void formulas(FigureList figures, HealthConventions conventions) {
        double whole = conventions.performanceWeight() + conventions.diversificationWeight() + conventions.riskWeight();
        figures.note(
                        "Performance score: the probability that the true Sharpe ratio is above zero (Bailey and Lopez de Prado"
                                + " 2012), in per cent.")
                .note(
                        "Diversification score: one less the Herfindahl-Hirschman index of what is invested, in per cent.")
                .note("Risk score: 90 less 10, 20 or 30 points for each risk that is medium, high or critical.")
                .note(String.format(
                        Locale.ROOT,
                        "Overall score: the mean of the three, counted with %.1f, %.1f and %.1f per cent.",
                        BEST * conventions.performanceWeight() / whole,
                        BEST * conventions.diversificationWeight() / whole,
                        BEST * conventions.riskWeight() / whole))
                .note("The weights and the lines are a convention of this platform; no standard draws them.");
    }

    private static ToolResult.Row row(RiskFactor factor, HoldingsView view) {
        FigureList figures = new FigureList().add(Metric.RISK_LEVEL.text(code(factor.level())));
        String label =
                switch (factor.kind()) {
                    case LARGEST_HOLDING -> {
                        figures.add(Metric.SHARE_OF_INVESTED.percent(factor.value()))
                                .add(Metric.TO_CASH.percent(factor.remedy()));
                        yield largest(view);
                    }
                    case VOLATILITY -> {
                        figures.add(Metric.VOLATILITY.percent(factor.value()))
                                .add(Metric.TO_CASH.percent(factor.remedy()));
                        yield "Volatility";
                    }
                    case CURRENT_DRAWDOWN -> {
                        figures.add(Metric.CURRENT_DRAWDOWN.percent(-factor.value()));
                        if (factor.value() < 1) {
                            figures.add(Metric.GAIN_TO_PEAK.change(factor.remedy()));
                        }
                        yield "Drawdown";
                    }
                };
        figures.add(Metric.LINE.percent(factor.line()));
        return new ToolResult.Row(label, figures.figures());
    }

    private static String largest(HoldingsView view) {
        List<Holding> all = view.holdings();
        Holding largest = all.get(0);
        for (Holding holding : all) {
            largest = holding.value().compareTo(largest.value()) > 0 ? holding : largest;
        }
        return largest.symbol().value();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
