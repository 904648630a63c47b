package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.audit.AuditedPortfolios;
import io.quantumleap.adapters.persistence.audit.AuditedPriceHistory;
import io.quantumleap.adapters.persistence.audit.AuditedTransactions;
import io.quantumleap.adapters.persistence.market.JdbcPriceHistory;
import io.quantumleap.adapters.persistence.portfolio.JdbcTransactions;
import io.quantumleap.adapters.persistence.portfolio.JpaPortfolios;
import io.quantumleap.adapters.persistence.valuation.JdbcStoredValuations;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPresets;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.ListInstruments;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ClosePortfolio;
import io.quantumleap.core.portfolio.ExportTransactions;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.ListTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.portfolio.ViewTransaction;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.sample.LoadSamplePortfolio;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.valuation.KeepValuationsCurrent;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.ViewGains;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewLots;
import io.quantumleap.core.valuation.ViewSummary;
import io.quantumleap.core.valuation.port.StoredValuations;
import io.quantumleap.security.audit.RecordAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The ledger, market data and valuation: their stores and their use cases. */
@ApplicationScoped
public class PortfolioWiring {

    /** For the container. */
    public PortfolioWiring() {}

    /** Where portfolios are kept. */
    @Produces
    @Singleton
    Portfolios portfolios(JpaUnitOfWork work, RecordAudit audit) {
        return new AuditedPortfolios(new JpaPortfolios(work), audit);
    }

    /** Where ledgers are kept. */
    @Produces
    @Singleton
    Transactions transactions(JpaUnitOfWork work, RecordAudit audit) {
        return new AuditedTransactions(new JdbcTransactions(work), audit);
    }

    /** Where prices are kept. */
    @Produces
    @Singleton
    PriceHistory prices(JpaUnitOfWork work, RecordAudit audit) {
        return new AuditedPriceHistory(new JdbcPriceHistory(work), audit);
    }

    /** Opening a portfolio. */
    @Produces
    @Singleton
    OpenPortfolio openPortfolio(Portfolios portfolios, UnitOfWork work, IdGenerator ids, Clock clock) {
        return new OpenPortfolio(portfolios, work, ids, clock);
    }

    /** Listing portfolios. */
    @Produces
    @Singleton
    ListPortfolios listPortfolios(Portfolios portfolios) {
        return new ListPortfolios(portfolios);
    }

    /** Viewing a portfolio. */
    @Produces
    @Singleton
    ViewPortfolio viewPortfolio(Portfolios portfolios) {
        return new ViewPortfolio(portfolios);
    }

    /** Changing the name or the policy of a portfolio. */
    @Produces
    @Singleton
    ChangePortfolio changePortfolio(
            Portfolios portfolios, Transactions transactions, UnitOfWork work, EventOutbox outbox) {
        return new ChangePortfolio(portfolios, transactions, work, outbox);
    }

    /** Viewing one transaction. */
    @Produces
    @Singleton
    ViewTransaction viewTransaction(Portfolios portfolios, Transactions transactions) {
        return new ViewTransaction(portfolios, transactions);
    }

    /** Viewing realised gains. */
    @Produces
    @Singleton
    ViewGains viewGains(Portfolios portfolios, Transactions transactions, PriceHistory prices, Clock clock) {
        return new ViewGains(portfolios, transactions, prices, clock);
    }

    /** Comparing what is stored of ledgers with what they add up to. */
    @Produces
    @Singleton
    ReconcileLedger reconcileLedger(Transactions transactions, UnitOfWork work) {
        return new ReconcileLedger(transactions, work);
    }

    /** Removing a portfolio. */
    @Produces
    @Singleton
    ClosePortfolio closePortfolio(Portfolios portfolios, UnitOfWork work, EventOutbox outbox) {
        return new ClosePortfolio(portfolios, work, outbox);
    }

    /** Listing transactions. */
    @Produces
    @Singleton
    ListTransactions listTransactions(Portfolios portfolios, Transactions transactions) {
        return new ListTransactions(portfolios, transactions);
    }

    /** Recording one transaction. */
    @Produces
    @Singleton
    RecordTransaction recordTransaction(
            Portfolios portfolios,
            Transactions transactions,
            UnitOfWork work,
            EventOutbox outbox,
            IdGenerator ids,
            Clock clock) {
        return new RecordTransaction(portfolios, transactions, work, outbox, ids, clock);
    }

    /** Recording a file of transactions. */
    @Produces
    @Singleton
    ImportTransactions importTransactions(
            Portfolios portfolios,
            Transactions transactions,
            UnitOfWork work,
            EventOutbox outbox,
            IdGenerator ids,
            Clock clock) {
        return new ImportTransactions(portfolios, transactions, work, outbox, ids, clock);
    }

    /** Giving a ledger out as a file. */
    @Produces
    @Singleton
    ExportTransactions exportTransactions(Portfolios portfolios, Transactions transactions, UnitOfWork work) {
        return new ExportTransactions(portfolios, transactions, work);
    }

    /** How brokers write their files. */
    @Produces
    @Singleton
    BrokerPresets brokerPresets(ServerSettings settings) {
        return BrokerPresets.with(settings.importPresets().orElse(null));
    }

    /** Undoing a transaction. */
    @Produces
    @Singleton
    ReverseTransaction reverseTransaction(
            Portfolios portfolios,
            Transactions transactions,
            UnitOfWork work,
            EventOutbox outbox,
            IdGenerator ids,
            Clock clock) {
        return new ReverseTransaction(portfolios, transactions, work, outbox, ids, clock);
    }

    /** Taking in prices. */
    @Produces
    @Singleton
    ImportPrices importPrices(PriceHistory prices, UnitOfWork work, EventOutbox outbox, Clock clock) {
        return new ImportPrices(prices, work, outbox, clock);
    }

    /** Listing instruments. */
    @Produces
    @Singleton
    ListInstruments listInstruments(PriceHistory prices) {
        return new ListInstruments(prices);
    }

    /** Viewing prices. */
    @Produces
    @Singleton
    ViewPrices viewPrices(PriceHistory prices) {
        return new ViewPrices(prices);
    }

    /** Where computed values are kept. */
    @Produces
    @Singleton
    StoredValuations storedValuations(JpaUnitOfWork work) {
        return new JdbcStoredValuations(work);
    }

    /** Hearing of ledgers that have changed. */
    @Produces
    @Singleton
    KeepValuationsCurrent keepValuationsCurrent(ValuePortfolio valuations) {
        return new KeepValuationsCurrent(valuations);
    }

    /** Viewing holdings. */
    @Produces
    @Singleton
    ViewHoldings viewHoldings(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            Clock clock,
            StalePrices stalePrices) {
        return new ViewHoldings(portfolios, transactions, prices, valuations, clock, stalePrices);
    }

    /** Viewing lots. */
    @Produces
    @Singleton
    ViewLots viewLots(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            Clock clock) {
        return new ViewLots(portfolios, transactions, prices, valuations, clock);
    }

    /** Viewing totals. */
    @Produces
    @Singleton
    ViewSummary viewSummary(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            Clock clock,
            StalePrices stalePrices) {
        return new ViewSummary(portfolios, transactions, prices, valuations, clock, stalePrices);
    }

    /** Valuing day by day. */
    @Produces
    @Singleton
    ValuePortfolio valuePortfolio(
            Portfolios portfolios,
            Transactions transactions,
            PriceHistory prices,
            StoredValuations valuations,
            UnitOfWork work,
            Clock clock,
            StalePrices stalePrices) {
        return new ValuePortfolio(portfolios, transactions, prices, valuations, work, clock, stalePrices);
    }

    /** Giving a user the synthetic sample. */
    @Produces
    @Singleton
    LoadSamplePortfolio loadSamplePortfolio(
            Portfolios portfolios,
            OpenPortfolio openPortfolio,
            ImportPrices importPrices,
            ImportTransactions importTransactions,
            UnitOfWork work) {
        return new LoadSamplePortfolio(portfolios, openPortfolio, importPrices, importTransactions, work);
    }
}
