package io.quantumleap.adapters.rest.performance;

import org.jspecify.annotations.Nullable;

/** Every number about a window; null where there is none. */
public record MetricsJson(
        @Nullable Double timeWeightedReturn,
        @Nullable Double moneyWeightedReturn,
        @Nullable Double cumulativeReturn,
        @Nullable Double cagr,
        @Nullable Double volatility,
        @Nullable Double downsideDeviation,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        @Nullable Double calmar,
        @Nullable Double maxDrawdown,
        @Nullable String maxDrawdownPeakDate,
        @Nullable String maxDrawdownTroughDate,
        @Nullable String maxDrawdownRecoveryDate,
        @Nullable Double currentDrawdown,
        @Nullable Double var95,
        @Nullable Double expectedShortfall95,
        @Nullable Double skewness,
        @Nullable Double excessKurtosis,
        @Nullable Double bestDay,
        @Nullable Double worstDay,
        @Nullable Double positiveDays,
        @Nullable Double ulcerIndex,
        @Nullable Double omega,
        @Nullable Double beta,
        @Nullable Double alpha,
        @Nullable Double correlation,
        @Nullable Double rSquared,
        @Nullable Double trackingError,
        @Nullable Double informationRatio,
        @Nullable Double benchmarkReturn,
        @Nullable Double benchmarkCagr,
        @Nullable Double benchmarkVolatility,
        @Nullable Double benchmarkMaxDrawdown) {}
