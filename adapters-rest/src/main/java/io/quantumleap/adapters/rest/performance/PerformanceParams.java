package io.quantumleap.adapters.rest.performance;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a performance question, as they came. */
public class PerformanceParams {

    /** The portfolio. */
    @Parameter(description = "The portfolio", required = true)
    @QueryParam("portfolio_id")
    @Nullable
    String portfolioId;

    /** The day whose closing value the window starts from. */
    @Parameter(description = "The day whose closing value the window starts from; default: the start of the portfolio")
    @QueryParam("from")
    @Nullable
    String from;

    /** The last day. */
    @Parameter(description = "The last day; default: the last day with data")
    @QueryParam("to")
    @Nullable
    String to;

    /** A usual window instead of a first day. */
    @Parameter(description = "1D, 1W, 1M, 3M, 6M, YTD, 1Y, 3Y, 5Y, 10Y or MAX, in place of from")
    @QueryParam("timeframe")
    @Nullable
    String timeframe;

    /** What to compare with. */
    @Parameter(description = "The symbol to compare with; default: none")
    @QueryParam("benchmark")
    @Nullable
    String benchmark;

    /** How many points of the series. */
    @Parameter(description = "How many points of the series at most, 2 to 5000; default 500")
    @QueryParam("points")
    @Nullable
    String points;

    /** Effective annual rate. */
    @Parameter(description = "Effective annual risk-free rate, such as 0.02; default 0")
    @QueryParam("risk_free_rate")
    @Nullable
    String riskFreeRate;

    /** How many valuations make a year. */
    @Parameter(description = "How many valuations make a year, 1 to 366; default 252")
    @QueryParam("periods_per_year")
    @Nullable
    String periodsPerYear;

    /** For the framework, which fills the fields. */
    public PerformanceParams() {}
}
