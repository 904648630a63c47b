package io.quantumleap.analytics.performance;

import io.quantumleap.analytics.measure.Measure;

/**
 * The compound return of the part of a calendar year that lies in the window.
 *
 * @param year the year
 * @param portfolio the portfolio's return
 * @param benchmark the benchmark's; unavailable for a year that it does not cover as far as the portfolio does
 */
public record CalendarYear(int year, Measure portfolio, Measure benchmark) {}
