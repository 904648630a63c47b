package io.quantumleap.analytics.performance;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One point of the series for a chart.
 *
 * @param date the valuation day
 * @param value what the portfolio was worth, in its base currency
 * @param growth what one unit of money has become since the start of the window, without the effect of flows
 * @param benchmark what one unit in the benchmark has become since both have data; null where it has none; read it through
 *     {@link #benchmarkGrowth()}
 * @param drawdown how far growth lies below its highest so far; zero or negative
 */
public record SeriesPoint(
        LocalDate date,
        double value,
        double growth,
        @Nullable Double benchmark,
        double drawdown) {

    /** The benchmark's growth, where it has data. */
    public OptionalDouble benchmarkGrowth() {
        return benchmark == null ? OptionalDouble.empty() : OptionalDouble.of(benchmark);
    }
}
