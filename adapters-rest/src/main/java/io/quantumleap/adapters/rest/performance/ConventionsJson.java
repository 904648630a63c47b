package io.quantumleap.adapters.rest.performance;

/** How the numbers are made: two that the caller chose, and a sentence for each choice that the field leaves open. */
public record ConventionsJson(
        double periodsPerYear,
        double riskFreeRate,
        String riskFreePerPeriod,
        String prices,
        String dailyReturn,
        String firstDay,
        String timeWeightedReturn,
        String moneyWeightedReturn,
        String cagr,
        String volatility,
        String sharpe,
        String downside,
        String calmar,
        String drawdown,
        String tail,
        String moments,
        String omega,
        String benchmarkReturns,
        String regression,
        String trackingError) {

    /** The conventions of the performance route. */
    static ConventionsJson of(double periodsPerYear, double riskFreeRate) {
        return new ConventionsJson(
                periodsPerYear,
                riskFreeRate,
                "The annual rate compounds: (1 + rate)^(1 / periods) - 1 per period.",
                "Closes as traded, not adjusted for dividends; dividends and splits count through the ledger.",
                "(value + outflow) / (value before + inflow) - 1: inflows count at the start of the day, outflows at its end.",
                "Since inception, the first day is the start; it counts as an observation only if its closing value"
                        + " differs from what was paid in.",
                "All daily returns compounded; not annualised.",
                "XIRR: the annual rate at which all flows and the closing value are worth nothing in total, over actual"
                        + " days / 365; flows count on the valuation day that they belong to.",
                "(1 + time-weighted return)^(periods per year / observations) - 1.",
                "Standard deviation of the daily returns, divisor n - 1, times the square root of the periods per year.",
                "Arithmetic mean of the daily returns over the risk-free rate, per standard deviation (divisor n - 1),"
                        + " times the square root of the periods per year.",
                "Downside deviation and Sortino ratio: target is the risk-free rate; squared shortfalls are averaged over"
                        + " all observations.",
                "CAGR over the absolute maximum drawdown of the window.",
                "Of the compounded daily returns; the start counts as a peak. The ulcer index is the root mean square over"
                        + " all observations.",
                "Historical, 95 %, signed daily returns: the 5 % quantile with linear interpolation (type 7), and the mean"
                        + " of the returns no higher than it.",
                "Skewness g1 and excess kurtosis g2 of the observations (divisor n).",
                "Gains over losses around the risk-free rate.",
                "Closes of the benchmark over the same intervals, carried forward over days without one, in its own"
                        + " currency; since inception, from the close of the first day on.",
                "Beta is covariance over the benchmark's variance; alpha is Jensen's, compounded over the year:"
                        + " (1 + alpha)^periods - 1.",
                "Standard deviation (divisor n - 1) of the daily differences to the benchmark, annualised by the square"
                        + " root; the information ratio is their arithmetic mean over it.");
    }
}
