package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;

/**
 * A ledger of transactions that one user owns, measured in one base currency.
 *
 * @param id its identity
 * @param owner the only user who can see it
 * @param name what the owner calls it
 * @param baseCurrency the currency that everything in it is valued in; never changes
 * @param sample whether it is the synthetic sample
 * @param createdAt when it was opened
 * @param version grows by one with every change of the portfolio or its ledger
 * @param ledger how much was recorded
 * @param policy the rules its ledger is kept under
 */
public record Portfolio(
        PortfolioId id,
        UserId owner,
        PortfolioName name,
        Currency baseCurrency,
        boolean sample,
        Instant createdAt,
        long version,
        LedgerExtent ledger,
        LedgerPolicy policy) {

    /** A portfolio under the usual policy. */
    public Portfolio(
            PortfolioId id,
            UserId owner,
            PortfolioName name,
            Currency baseCurrency,
            boolean sample,
            Instant createdAt,
            long version,
            LedgerExtent ledger) {
        this(id, owner, name, baseCurrency, sample, createdAt, version, ledger, LedgerPolicy.USUAL);
    }

    /** Refuses missing parts. */
    public Portfolio {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(baseCurrency, "baseCurrency");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(policy, "policy");
    }

    /** The next version, under another name and policy. */
    Portfolio changed(PortfolioName newName, LedgerPolicy newPolicy) {
        return new Portfolio(id, owner, newName, baseCurrency, sample, createdAt, version + 1, ledger, newPolicy);
    }

    /** The next version, with more recorded. */
    Portfolio with(LedgerExtent grown) {
        return new Portfolio(id, owner, name, baseCurrency, sample, createdAt, version + 1, grown, policy);
    }
}
