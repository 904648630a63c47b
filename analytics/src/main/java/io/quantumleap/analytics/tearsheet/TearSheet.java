package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.calendar.CalendarPeriod;
import io.quantumleap.analytics.calendar.CalendarReturns;
import io.quantumleap.analytics.calendar.PeriodReturn;
import io.quantumleap.analytics.measure.Reason;
import io.quantumleap.analytics.returns.GrowthPath;
import io.quantumleap.analytics.risk.RiskReport;
import io.quantumleap.analytics.rolling.RollingDispersion;
import io.quantumleap.analytics.rolling.RollingSeries;
import java.util.List;

/**
 * The core measures of a series of returns, computed together so that nothing is computed twice.
 *
 * @param conventions the choices behind the numbers
 * @param risk return, risk, ratios and drawdowns
 * @param comparison the measures against the benchmark; unavailable without one
 * @param rollingSharpe the Sharpe ratio of each window
 * @param months the compound return of each calendar month
 */
public record TearSheet(
        TearSheetConventions conventions,
        RiskReport risk,
        BenchmarkReport comparison,
        RollingSeries rollingSharpe,
        List<PeriodReturn> months) {

    /** Copies the list. */
    public TearSheet {
        months = List.copyOf(months);
    }

    /** Measures everything. */
    public static TearSheet of(TearSheetData data, TearSheetConventions conventions) {
        GrowthPath path = GrowthPath.of(data.returns());
        double[] excess = data.excess(data.returns());
        return new TearSheet(
                conventions,
                RiskReport.of(data.returns(), excess, path, conventions.risk()),
                comparison(data, excess, conventions),
                RollingDispersion.sharpe(excess, conventions.rollingWindow(), conventions.risk()),
                CalendarReturns.of(data.days(), path, CalendarPeriod.MONTH));
    }

    private static BenchmarkReport comparison(TearSheetData data, double[] excess, TearSheetConventions conventions) {
        return data.hasBenchmark()
                ? BenchmarkReport.of(excess, data.excess(data.benchmark()), conventions.comparison())
                : BenchmarkReport.unavailable(conventions.comparison(), Reason.NO_BENCHMARK);
    }
}
