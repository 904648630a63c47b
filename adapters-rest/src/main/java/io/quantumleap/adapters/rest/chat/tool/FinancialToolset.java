package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.market.ListInstruments;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.ViewLedger;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.valuation.ViewContributions;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewSummary;
import java.util.List;

/**
 * The use cases that the assistant's tools call: the same that the pages call, so that both show the same figures.
 *
 * @param listPortfolios lists the caller's portfolios
 * @param viewPortfolio finds one of them
 * @param viewLedger reads its transactions
 * @param viewHoldings values what it holds
 * @param viewSummary adds it up
 * @param measurePerformance measures it
 * @param listInstruments lists what has prices
 * @param viewPrices reads the prices of one instrument
 * @param prices finds single instruments
 * @param viewContributions says which holdings made a gain or a loss
 * @param changePortfolio renames a portfolio, once that is confirmed
 * @param recordTransaction records a transaction, once that is confirmed
 */
public record FinancialToolset(
        ListPortfolios listPortfolios,
        ViewPortfolio viewPortfolio,
        ViewLedger viewLedger,
        ViewHoldings viewHoldings,
        ViewSummary viewSummary,
        MeasurePerformance measurePerformance,
        ListInstruments listInstruments,
        ViewPrices viewPrices,
        PriceHistory prices,
        ViewContributions viewContributions,
        ChangePortfolio changePortfolio,
        RecordTransaction recordTransaction) {

    /** All tools over them. */
    public Toolbox toolbox() {
        MeantPortfolio portfolios = new MeantPortfolio(listPortfolios, viewPortfolio);
        MeasuredPortfolio measured = new MeasuredPortfolio(portfolios, measurePerformance);
        InstrumentCloses instruments = new InstrumentCloses(viewPrices, portfolios, viewLedger);
        HeldPortfolio held = new HeldPortfolio(portfolios, viewHoldings, viewPrices, viewLedger);
        return new Toolbox(List.of(
                new ListPortfoliosTool(portfolios),
                new ListInstrumentsTool(listInstruments, prices, portfolios),
                new HoldingsTool(portfolios, viewHoldings),
                new SummaryTool(portfolios, viewSummary),
                new CashFlowsTool(portfolios, viewLedger),
                new TransactionsTool(portfolios, viewLedger),
                new PricesTool(instruments),
                new PerformanceTool(measured),
                new RiskTool(measured),
                new DrawdownsTool(measured),
                new HealthTool(measured, viewHoldings),
                new ComparisonTool(measured),
                new InstrumentRiskTool(instruments),
                new ContributionTool(portfolios, viewContributions),
                new StressTool(held),
                new WhatIfTradeTool(held),
                new RebalanceTool(held),
                new GlossaryTool(),
                new RenamePortfolioTool(viewPortfolio, changePortfolio),
                new RecordTransactionTool(viewPortfolio, recordTransaction)));
    }
}
