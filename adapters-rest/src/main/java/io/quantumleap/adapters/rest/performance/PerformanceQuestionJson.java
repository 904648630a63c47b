package io.quantumleap.adapters.rest.performance;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param portfolioId the portfolio
 * @param from the day whose closing value the window starts from; left out, the start of the portfolio
 * @param to the last day; left out, the last day with data
 * @param timeframe 1D, 1W, 1M, 3M, 6M, YTD, 1Y, 3Y, 5Y, 10Y or MAX, in place of {@code from}
 * @param benchmark the symbol to compare with; left out, none
 * @param points how many points of the series at most; left out, 500
 * @param riskFreeRate effective annual rate, such as 0.02; left out, 0
 * @param periodsPerYear how many valuations make a year; left out, 252
 */
public record PerformanceQuestionJson(
        @NotBlank @Size(max = 64) @Nullable String portfolioId,
        @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") @Nullable String from,
        @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") @Nullable String to,
        @Size(max = 8) @Nullable String timeframe,
        @Size(max = 64) @Nullable String benchmark,

        @Min(2) @Max(5_000) @Nullable BigDecimal points,

        @DecimalMin(value = "-1", inclusive = false) @DecimalMax("1") @Nullable
        Double riskFreeRate,

        @DecimalMin("1") @DecimalMax("366") @Nullable Double periodsPerYear) {}
