package io.quantumleap.analytics.benchmark;

/** How the returns in rising or falling periods of the benchmark are summed up before they are compared. */
public enum CaptureMethod {
    /** The compound annual growth rate of those periods alone (Morningstar). */
    GEOMETRIC,
    /** The compound return of those periods, not annualised (PerformanceAnalytics). */
    CUMULATIVE,
    /** The sum of the returns in those periods. */
    ARITHMETIC
}
