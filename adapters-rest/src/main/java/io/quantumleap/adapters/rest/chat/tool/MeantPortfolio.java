package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the portfolio that a tool call means: the one it names, else the one looked at, else the latest. */
public final class MeantPortfolio {

    /** More portfolios than this are not listed. */
    static final int MOST_LISTED = 100;

    private final ListPortfolios list;
    private final ViewPortfolio view;

    /** Works through these use cases. */
    public MeantPortfolio(ListPortfolios list, ViewPortfolio view) {
        this.list = list;
        this.view = view;
    }

    /** Goes on with the portfolio, or refuses because there is none. */
    ToolOutcome with(ToolContext context, ToolArguments arguments, Function<Portfolio, ToolOutcome> next) {
        return find(context, arguments)
                .map(next)
                .orElseGet(
                        () -> new ToolRefusal(
                                Reason.NO_PORTFOLIO,
                                "You have no portfolio yet. Create one and import its transactions, or load the sample portfolio."));
    }

    /** The same for a portfolio that has transactions; refuses an empty one. */
    ToolOutcome withLedger(ToolContext context, ToolArguments arguments, Function<Portfolio, ToolOutcome> next) {
        return with(
                context,
                arguments,
                portfolio -> portfolio.ledger().transactionCount() > 0
                        ? next.apply(portfolio)
                        : new ToolRefusal(
                                Reason.NO_DATA,
                                portfolio.name().value()
                                        + " has no transactions yet. Import its transactions and the prices of what it"
                                        + " holds, then ask again."));
    }

    Optional<Portfolio> find(ToolContext context, ToolArguments arguments) {
        Optional<PortfolioId> named =
                arguments.text(FinancialTools.PORTFOLIO_ID).map(PortfolioId::parse);
        return named.or(context::portfolio)
                .map(id -> view.view(context.caller(), id))
                .or(() -> list.page(context.caller(), PageRequest.first(1)).items().stream()
                        .findFirst());
    }

    /** All of them, the one meant by default first. */
    List<Portfolio> all(ToolContext context) {
        List<Portfolio> all = new ArrayList<>(
                list.page(context.caller(), PageRequest.first(MOST_LISTED)).items());
        find(context, ToolArguments.none()).ifPresent(meant -> {
            all.removeIf(portfolio -> portfolio.id().equals(meant.id()));
            all.add(0, meant);
        });
        return all;
    }
}
