package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.core.portfolio.LedgerExtent;
import io.quantumleap.core.portfolio.LedgerPolicy;
import io.quantumleap.core.portfolio.LotMethod;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table portfolio. */
@Entity
@Table(name = "portfolio")
class PortfolioEntity {

    @Id
    private UUID id;

    @Column(name = "owner_id", updatable = false)
    private UUID owner;

    @Column(name = "name")
    private String name;

    @Column(name = "base_currency", updatable = false)
    private String baseCurrency;

    @Column(name = "sample", updatable = false)
    private boolean sample;

    @Column(name = "created_at", updatable = false)
    private OffsetDateTime createdAt;

    @Column(name = "version")
    private long version;

    @Column(name = "transaction_count")
    private int transactionCount;

    @Column(name = "first_date")
    private @Nullable LocalDate firstDate;

    @Column(name = "last_date")
    private @Nullable LocalDate lastDate;

    @Column(name = "lot_method")
    private String lotMethod;

    @Column(name = "shorting_allowed")
    private boolean shortingAllowed;

    @Column(name = "overdraft_allowed")
    private boolean overdraftAllowed;

    @Column(name = "long_term_days")
    private int longTermDays;

    /** For JPA, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected PortfolioEntity() {}

    PortfolioEntity(Portfolio portfolio) {
        this.id = portfolio.id().value();
        this.owner = portfolio.owner().value();
        this.baseCurrency = portfolio.baseCurrency().getCurrencyCode();
        this.sample = portfolio.sample();
        this.createdAt = portfolio.createdAt().atOffset(ZoneOffset.UTC);
        this.name = portfolio.name().value();
        this.lotMethod = portfolio.policy().lotMethod().code();
        become(portfolio);
    }

    /** Takes over what may change. */
    final void become(Portfolio portfolio) {
        name = portfolio.name().value();
        version = portfolio.version();
        transactionCount = portfolio.ledger().transactionCount();
        firstDate = portfolio.ledger().first();
        lastDate = portfolio.ledger().last();
        lotMethod = portfolio.policy().lotMethod().code();
        shortingAllowed = portfolio.policy().shortingAllowed();
        overdraftAllowed = portfolio.policy().overdraftAllowed();
        longTermDays = portfolio.policy().longTermDays();
    }

    long version() {
        return version;
    }

    Portfolio toPortfolio() {
        return new Portfolio(
                new PortfolioId(id),
                new UserId(owner),
                new PortfolioName(name),
                Currencies.parse(baseCurrency),
                sample,
                createdAt.toInstant(),
                version,
                new LedgerExtent(transactionCount, firstDate, lastDate),
                new LedgerPolicy(LotMethod.parse(lotMethod), shortingAllowed, overdraftAllowed, longTermDays));
    }
}
