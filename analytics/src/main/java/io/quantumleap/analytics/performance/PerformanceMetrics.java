package io.quantumleap.analytics.performance;

import io.quantumleap.analytics.benchmark.BenchmarkReport;
import io.quantumleap.analytics.measure.Measure;
import io.quantumleap.analytics.risk.RiskReport;

/**
 * Every number about a window.
 *
 * @param moneyWeightedReturn the annual rate that the investor's own money earned (XIRR)
 * @param portfolio the return and risk of the portfolio
 * @param benchmark the same of the benchmark over the days that both have
 * @param comparison the portfolio against the benchmark over the days that both have
 */
public record PerformanceMetrics(
        Measure moneyWeightedReturn, RiskReport portfolio, RiskReport benchmark, BenchmarkReport comparison) {}
