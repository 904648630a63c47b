package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.ViewLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the latest transactions. */
public final class TransactionsTool implements Tool {

    private static final int USUAL = 5;
    private static final int MOST = 50;

    private final MeantPortfolio portfolios;
    private final ViewLedger ledger;

    /** Works through these. */
    public TransactionsTool(MeantPortfolio portfolios, ViewLedger ledger) {
        this.portfolios = portfolios;
        this.ledger = ledger;
    }

    @Override
    public ToolSpecification specification() {
        return FinancialTools.TRANSACTIONS;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return portfolios.withLedger(context, arguments, portfolio -> {
            Optional<Symbol> symbol = arguments.text(FinancialTools.SYMBOL).map(Symbol::new);
            List<Transaction> found = ledger.effective(context.caller(), portfolio.id()).stream()
                    .filter(transaction -> symbol.map(
                                    wanted -> transaction.symbol().equals(Optional.of(wanted)))
                            .orElse(true))
                    .toList();
            int limit =
                    Math.min(MOST, arguments.wholeNumber(FinancialTools.LIMIT).orElse(USUAL));
            return new ToolResult(
                    "Transactions of " + portfolio.name().value(),
                    "/api/portfolio/" + portfolio.id() + "/transactions",
                    List.of(Metric.TRANSACTION_COUNT.count(found.size())),
                    latest(found, limit),
                    List.of());
        });
    }

    private static List<ToolResult.Row> latest(List<Transaction> found, int limit) {
        List<ToolResult.Row> rows = new ArrayList<>();
        for (int i = found.size() - 1; i >= 0 && rows.size() < limit; i--) {
            rows.add(row(rows.size() + 1, found.get(i).entry()));
        }
        return rows;
    }

    private static ToolResult.Row row(int place, Entry entry) {
        FigureList figures = new FigureList()
                .add(Metric.TRADE_DATE.day(entry.date()))
                .add(Metric.TRADE_TYPE.text(entry.type().code().replace('_', ' ')));
        entry.symbol().ifPresent(symbol -> figures.add(Metric.SYMBOL.text(symbol.value())));
        entry.quantity().ifPresent(quantity -> figures.add(Metric.QUANTITY.quantity(quantity.value())));
        entry.price().ifPresent(price -> figures.add(Metric.PRICE.amount(price)));
        if (entry.statedAmount().signum() > 0) {
            figures.add(Metric.AMOUNT.amount(entry.statedAmount()));
        }
        if (entry.fee().signum() > 0) {
            figures.add(Metric.FEES.amount(entry.fee()));
        }
        return new ToolResult.Row("Transaction " + place, figures.figures());
    }
}
