package io.quantumleap.adapters.rest.performance;

import org.jspecify.annotations.Nullable;

/** The returns of the part of a calendar year that lies in the window. */
public record CalendarYearJson(
        int year, @Nullable Double portfolio, @Nullable Double benchmark) {}
