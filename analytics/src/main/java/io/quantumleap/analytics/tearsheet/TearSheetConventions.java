package io.quantumleap.analytics.tearsheet;

import io.quantumleap.analytics.benchmark.BenchmarkConventions;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.risk.RiskConventions;
import java.util.Objects;

/**
 * The choices behind a tear sheet.
 *
 * @param risk of the measures of the series itself
 * @param comparison of the measures against the benchmark
 * @param rollingWindow how many returns the rolling Sharpe ratio looks at
 */
public record TearSheetConventions(RiskConventions risk, BenchmarkConventions comparison, int rollingWindow) {

    /** Three months of trading days. */
    private static final int QUARTER_OF_DAYS = 63;

    private static final int YEAR_OF_MONTHS = 12;

    /**
     * Refuses a window of less than two returns.
     *
     * @throws IllegalArgumentException if it is shorter
     */
    public TearSheetConventions {
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(comparison, "comparison");
        if (rollingWindow < 2) {
            throw new IllegalArgumentException("A rolling window needs at least two returns.");
        }
    }

    /** The usual choices; a rolling window of 63 returns, or of 12 when there are fewer than 63 in a year. */
    public static TearSheetConventions usual(PeriodsPerYear periods) {
        int window = periods.value() < QUARTER_OF_DAYS ? YEAR_OF_MONTHS : QUARTER_OF_DAYS;
        return new TearSheetConventions(RiskConventions.usual(periods), BenchmarkConventions.usual(periods), window);
    }

    /** The same with this rolling window. */
    public TearSheetConventions withRollingWindow(int returns) {
        return new TearSheetConventions(risk, comparison, returns);
    }

    /** The same with this constant risk-free rate per period; it is the target of the downside measures too. */
    public TearSheetConventions withRiskFreeRate(double perPeriod) {
        return new TearSheetConventions(
                risk.withRiskFreeRate(perPeriod).withTarget(perPeriod),
                comparison.withRiskFreeRate(perPeriod),
                rollingWindow);
    }
}
