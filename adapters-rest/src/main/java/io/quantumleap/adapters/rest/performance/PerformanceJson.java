package io.quantumleap.adapters.rest.performance;

import io.quantumleap.adapters.rest.json.MoneyJson;
import io.quantumleap.adapters.rest.json.PricingJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The performance of a portfolio; the HTTP contract says what each field means. */
public record PerformanceJson(
        String status,
        String portfolioId,
        String currency,
        @Nullable String benchmark,
        @Nullable String from,
        @Nullable String to,
        int observations,
        MoneyJson value,
        MoneyJson gain,
        MoneyJson inflow,
        MoneyJson outflow,
        MetricsJson metrics,
        List<DrawdownJson> drawdowns,
        List<CalendarYearJson> calendarYears,
        List<SeriesPointJson> series,
        List<UnavailableJson> unavailable,
        PricingJson pricing,
        ConventionsJson conventions,
        List<String> warnings) {}
