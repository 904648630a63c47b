package io.quantumleap.adapters.rest.chat.analysis;

import io.quantumleap.adapters.rest.performance.PerformanceQuestionJson;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to be analysed.
 *
 * @param portfolioId the portfolio
 * @param from the day whose closing value the period starts from; left out, the start of the portfolio
 * @param to the last day; left out, the last day with data
 * @param timeframe 1D, 1W, 1M, 3M, 6M, YTD, 1Y, 3Y, 5Y, 10Y or MAX, in place of {@code from}
 * @param benchmark the symbol to compare with; left out, none
 */
public record AnalysisQuestionJson(
        @NotBlank @Size(max = 64) @Nullable String portfolioId,
        @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") @Nullable String from,
        @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") @Nullable String to,
        @Size(max = 8) @Nullable String timeframe,
        @Size(max = 64) @Nullable String benchmark) {

    /** The same window as the performance page asks for. */
    PerformanceQuestionJson window() {
        return new PerformanceQuestionJson(portfolioId, from, to, timeframe, benchmark, null, null, null);
    }
}
