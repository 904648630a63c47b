package io.quantumleap.adapters.rest.performance;

import org.jspecify.annotations.Nullable;

/** One point of the series for a chart. */
public record SeriesPointJson(
        String date, double value, double growth, @Nullable Double benchmarkGrowth, double drawdown) {}
