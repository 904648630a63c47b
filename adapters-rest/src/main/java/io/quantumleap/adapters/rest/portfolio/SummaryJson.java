package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.valuation.PortfolioSummary;
import java.util.List;

/** The totals of a portfolio as JSON. */
public record SummaryJson(
        String portfolioId,
        String asOf,
        String currency,
        MoneyJson value,
        MoneyJson cash,
        MoneyJson netContributions,
        MoneyJson gain,
        MoneyJson dividends,
        MoneyJson interest,
        MoneyJson fees,
        MoneyJson taxes,
        MoneyJson realisedGain,
        MoneyJson unrealisedGain,
        int holdingCount,
        int transactionCount,
        List<String> warnings) {

    static SummaryJson of(PortfolioSummary summary) {
        return new SummaryJson(
                summary.portfolio().toString(),
                summary.asOf().toString(),
                summary.currency().getCurrencyCode(),
                MoneyJson.of(summary.value()),
                MoneyJson.of(summary.cash()),
                MoneyJson.of(summary.netContributions()),
                MoneyJson.of(summary.gain()),
                MoneyJson.of(summary.dividends()),
                MoneyJson.of(summary.interest()),
                MoneyJson.of(summary.fees()),
                MoneyJson.of(summary.taxes()),
                MoneyJson.of(summary.realisedGain()),
                MoneyJson.of(summary.unrealisedGain()),
                summary.holdingCount(),
                summary.transactionCount(),
                summary.warnings());
    }
}
