package io.quantumleap.analytics.performance;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what a reader of the numbers should keep in mind. */
final class Warnings {

    private static final double DAYS_PER_YEAR = 365.25;
    private static final int FEWEST_TO_JUDGE = 20;
    private static final double TOLERATED = 1.25;

    private final ValuationHistory history;
    private final Window window;
    private final PerformanceQuestion question;
    private final List<String> warnings = new ArrayList<>();

    Warnings(ValuationHistory history, Window window, PerformanceQuestion question) {
        this.history = history;
        this.window = window;
        this.question = question;
    }

    List<String> about(int observations, int[] ends, BenchmarkSpan span, Optional<PriceSeries> benchmark) {
        warnings.addAll(history.warnings());
        if (observations > 0) {
            aboutFunding();
            aboutGaps(observations);
            aboutLength();
            aboutFrequency(observations);
            benchmark.ifPresent(prices -> aboutBenchmark(prices, ends, span));
        }
        return warnings;
    }

    private void aboutFunding() {
        double assumed = window.assumedFunding();
        if (assumed > 0) {
            warnings.add("The recorded deposits do not pay for the purchases: deposits of "
                    + new Money(BigDecimal.valueOf(assumed), history.currency())
                    + " are assumed on the days when the cash was missing, so that returns can be measured.");
        }
    }

    private void aboutGaps(int observations) {
        int gaps = window.length() - observations;
        if (gaps > 0) {
            warnings.add("On " + gaps + " valuation days nothing was invested; they have no return.");
        }
    }

    private void aboutLength() {
        if (window.endDate().isBefore(window.startDate().plusYears(1))) {
            warnings.add("The window is shorter than a year: annual figures extrapolate.");
        }
    }

    private void aboutFrequency(int observations) {
        double years = ChronoUnit.DAYS.between(window.startDate(), window.endDate()) / DAYS_PER_YEAR;
        double assumed = question.periods().value();
        double observed = observations / years;
        if (observations >= FEWEST_TO_JUDGE && (observed > assumed * TOLERATED || observed < assumed / TOLERATED)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "There are about %.0f valuations a year, but annual figures are reckoned with %.0f: check"
                            + " periods_per_year.",
                    observed,
                    assumed));
        }
    }

    private void aboutBenchmark(PriceSeries prices, int[] ends, BenchmarkSpan span) {
        if (span.isEmpty()) {
            warnings.add(prices.symbol() + " has no prices in the window.");
            return;
        }
        if (span.first() > window.returnsWithoutStart(ends)) {
            LocalDate from = window.date(ends[span.first()] - 1);
            warnings.add("Prices of " + prices.symbol() + " start late: it is compared from " + from + " on.");
        }
        if (span.end() < ends.length) {
            LocalDate until = window.date(ends[span.end() - 1]);
            warnings.add("Prices of " + prices.symbol() + " end early: it is compared until " + until + ".");
        }
        if (!prices.currency().equals(history.currency())) {
            warnings.add(prices.symbol() + " is measured in its own currency, " + prices.currency()
                    + ", not converted into " + history.currency() + ".");
        }
    }
}
