package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.CashFlows;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.ViewLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums what moved in a period. */
public final class CashFlowsTool implements Tool {

    private final MeantPortfolio portfolios;
    private final ViewLedger ledger;

    /** Works through these. */
    public CashFlowsTool(MeantPortfolio portfolios, ViewLedger ledger) {
        this.portfolios = portfolios;
        this.ledger = ledger;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.CASH_FLOWS;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return portfolios.withLedger(context, arguments, portfolio -> {
            LocalDate from = arguments.date(FinancialTools.FROM).orElse(firstDay(portfolio));
            LocalDate to = arguments.date(FinancialTools.TO).orElse(lastDay(portfolio, from));
            Optional<Symbol> symbol = arguments.text(FinancialTools.SYMBOL).map(Symbol::new);
            List<Transaction> found = ledger.effective(context.caller(), portfolio.id()).stream()
                    .filter(transaction -> !transaction.date().isBefore(from)
                            && !transaction.date().isAfter(to)
                            && symbol.map(wanted -> transaction.symbol().equals(Optional.of(wanted)))
                                    .orElse(true))
                    .toList();
            return result(portfolio, from, to, symbol, found);
        });
    }

    private static LocalDate firstDay(Portfolio portfolio) {
        return portfolio.ledger().firstDate().orElse(LocalDate.EPOCH);
    }

    private static LocalDate lastDay(Portfolio portfolio, LocalDate from) {
        return portfolio.ledger().lastDate().filter(day -> !day.isBefore(from)).orElse(from);
    }

    private static ToolResult result(
            Portfolio portfolio, LocalDate from, LocalDate to, Optional<Symbol> symbol, List<Transaction> found) {
        List<CashFlows> flows = CashFlows.byCurrency(found);
        List<Figure> whole = new ArrayList<>(List.of(Metric.FROM.day(from), Metric.TO.day(to)));
        List<ToolResult.Row> rows = new ArrayList<>();
        if (flows.size() > 1) {
            flows.forEach(sums -> rows.add(new ToolResult.Row(sums.currency().getCurrencyCode(), figures(sums))));
        } else {
            whole.addAll(figures(flows.isEmpty() ? CashFlows.none(portfolio.baseCurrency()) : flows.get(0)));
        }
        String what = symbol.map(one -> "Cash flows of " + one + " in ").orElse("Cash flows of ");
        return new ToolResult(
                what + portfolio.name().value() + " from " + from + " to " + to,
                "/api/portfolio/" + portfolio.id() + "/transactions",
                whole,
                rows,
                List.of());
    }

    private static List<Figure> figures(CashFlows sums) {
        return List.of(
                Metric.DEPOSITS.amount(sums.deposits()),
                Metric.WITHDRAWALS.amount(sums.withdrawals()),
                Metric.DIVIDENDS.amount(sums.dividends()),
                Metric.INTEREST.amount(sums.interest()),
                Metric.FEES.amount(sums.fees()),
                Metric.TAXES.amount(sums.taxes()),
                Metric.PURCHASES.amount(sums.purchases()),
                Metric.SALES.amount(sums.sales()));
    }
}
