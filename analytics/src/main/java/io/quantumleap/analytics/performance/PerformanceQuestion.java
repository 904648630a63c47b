package io.quantumleap.analytics.performance;

import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured, and how.
 *
 * @param portfolio whose performance
 * @param from the day whose closing value the window starts from, or the last valuation before it; null for the start of the
 *     portfolio; read it through {@link #firstDay()}
 * @param to the last day of the window; null for the last day with data; read it through {@link #lastDay()}
 * @param timeframe the window in its usual name, in place of {@code from}; null for none
 * @param benchmark what to compare with; null for nothing; read it through {@link #against()}
 * @param points how many points of the series are wanted at most
 * @param riskFreeRate the effective annual rate that is earned without risk
 * @param periods how many valuations make a year
 */
public record PerformanceQuestion(
        PortfolioId portfolio,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Timeframe timeframe,
        @Nullable Symbol benchmark,
        int points,
        double riskFreeRate,
        PeriodsPerYear periods) {

    /** How many points a series has when the caller does not say. */
    public static final int DEFAULT_POINTS = 500;

    /** The fewest points of a series. */
    public static final int FEWEST_POINTS = 2;

    /** The most points of a series. */
    public static final int MOST_POINTS = 5_000;

    /** The most periods that a year can have here: one a day, leap years included. */
    public static final int MOST_PERIODS = 366;

    /**
     * Refuses what cannot be meant.
     *
     * @throws InvalidValueException if the window is the wrong way round, or a number out of bounds
     */
    public PerformanceQuestion {
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(periods, "periods");
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidValueException("The window starts after its end.");
        }
        if (from != null && timeframe != null) {
            throw new InvalidValueException("Give either the first day or a timeframe, not both.");
        }
        if (points < FEWEST_POINTS || points > MOST_POINTS) {
            throw new InvalidValueException("A series has 2 to 5000 points.");
        }
        if (!(riskFreeRate > -1 && riskFreeRate <= 1)) {
            throw new InvalidValueException("The risk-free rate lies above -1 and is at most 1, where 0.02 is 2 %.");
        }
        if (!(periods.value() >= 1 && periods.value() <= MOST_PERIODS)) {
            throw new InvalidValueException("A year has 1 to 366 periods.");
        }
    }

    /** Everything since the start of the portfolio, with the usual choices and without a benchmark. */
    public static PerformanceQuestion sinceInception(PortfolioId portfolio) {
        return new PerformanceQuestion(portfolio, null, null, null, null, DEFAULT_POINTS, 0, PeriodsPerYear.DAILY);
    }

    /** The same against this benchmark. */
    public PerformanceQuestion against(Symbol symbol) {
        return new PerformanceQuestion(portfolio, from, to, timeframe, symbol, points, riskFreeRate, periods);
    }

    /** The same over the usual window that ends on the last day. */
    public PerformanceQuestion over(Timeframe window) {
        return new PerformanceQuestion(portfolio, null, to, window, benchmark, points, riskFreeRate, periods);
    }

    /** The same between two days, either of which may be null for the start or the end of the data. */
    public PerformanceQuestion between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new PerformanceQuestion(portfolio, first, last, null, benchmark, points, riskFreeRate, periods);
    }

    /** The first day asked for, if one was. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(from);
    }

    /** The last day asked for, if one was. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(to);
    }

    /** The benchmark, if there is one. */
    public Optional<Symbol> against() {
        return Optional.ofNullable(benchmark);
    }
}
