package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.performance.DatedDrawdown;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.chat.evidence.Metric;
import java.util.Optional;

/** The risk figures that several tools show. */
final class RiskFigures {

    private RiskFigures() {}

    static FigureList add(FigureList figures, RiskReport risk) {
        return figures.percent(Metric.VOLATILITY, risk.volatility())
                .percent(Metric.DOWNSIDE_DEVIATION, risk.downsideDeviation())
                .percent(Metric.VAR_95, risk.valueAtRisk())
                .percent(Metric.EXPECTED_SHORTFALL_95, risk.expectedShortfall())
                .percent(Metric.MAX_DRAWDOWN, risk.drawdowns().maximum())
                .percent(Metric.CURRENT_DRAWDOWN, risk.drawdowns().current())
                .ratio(Metric.SHARPE, risk.sharpe())
                .ratio(Metric.SORTINO, risk.sortino())
                .ratio(Metric.CALMAR, risk.calmar())
                .ratio(Metric.SKEWNESS, risk.skewness())
                .ratio(Metric.EXCESS_KURTOSIS, risk.excessKurtosis())
                .percent(Metric.ULCER_INDEX, risk.drawdowns().ulcerIndex())
                .change(Metric.BEST_DAY, risk.best())
                .change(Metric.WORST_DAY, risk.worst())
                .percent(Metric.POSITIVE_DAYS, risk.positiveShare())
                .add(Metric.OBSERVATIONS.count(risk.observations()));
    }

    static FigureList add(FigureList figures, Optional<DatedDrawdown> deepest) {
        return figures.day(Metric.PEAK_DATE, deepest.map(DatedDrawdown::peak))
                .day(Metric.TROUGH_DATE, deepest.map(DatedDrawdown::trough))
                .day(Metric.RECOVERY_DATE, deepest.flatMap(DatedDrawdown::recovery));
    }

    static FigureList add(FigureList figures, BenchmarkReport comparison) {
        return figures.ratio(Metric.BETA, comparison.beta())
                .change(Metric.ALPHA, comparison.alpha())
                .ratio(Metric.CORRELATION, comparison.correlation())
                .ratio(Metric.R_SQUARED, comparison.rSquared())
                .percent(Metric.TRACKING_ERROR, comparison.trackingError())
                .ratio(Metric.INFORMATION_RATIO, comparison.informationRatio());
    }
}
