package io.quantumleap.analytics.calendar;

import io.quantumleap.analytics.measure.Measure;
import java.time.LocalDate;

/**
 * The compound return of one calendar period.
 *
 * @param start the first day of the period
 * @param observations how many returns fall into it
 * @param value their compound
 */
public record PeriodReturn(LocalDate start, int observations, Measure value) {}
