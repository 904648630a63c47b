package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.Portfolio;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A portfolio as JSON. */
public record PortfolioJson(
        String id,
        String name,
        String baseCurrency,
        boolean sample,
        String createdAt,
        int transactionCount,
        @Nullable String firstDate,
        @Nullable String lastDate,
        long version,
        String lotMethod,
        boolean shortingAllowed,
        boolean overdraftAllowed,
        int longTermDays) {

    static PortfolioJson of(Portfolio portfolio) {
        return new PortfolioJson(
                portfolio.id().toString(),
                portfolio.name().value(),
                portfolio.baseCurrency().getCurrencyCode(),
                portfolio.sample(),
                portfolio.createdAt().toString(),
                portfolio.ledger().transactionCount(),
                portfolio.ledger().firstDate().map(LocalDate::toString).orElse(null),
                portfolio.ledger().lastDate().map(LocalDate::toString).orElse(null),
                portfolio.version(),
                portfolio.policy().lotMethod().code(),
                portfolio.policy().shortingAllowed(),
                portfolio.policy().overdraftAllowed(),
                portfolio.policy().longTermDays());
    }
}
