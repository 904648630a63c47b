package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.portfolio.ViewLedger;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.valuation.HoldingsView;
import io.quantumleap.core.valuation.ViewHoldings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the tools that try something out start from: the latest holdings, and the past of their prices. */
public final class HeldPortfolio {

    private final MeantPortfolio portfolios;
    private final ViewHoldings holdings;
    private final ViewPrices prices;
    private final ViewLedger ledger;

    /** Works through these. */
    public HeldPortfolio(MeantPortfolio portfolios, ViewHoldings holdings, ViewPrices prices, ViewLedger ledger) {
        this.portfolios = portfolios;
        this.holdings = holdings;
        this.prices = prices;
        this.ledger = ledger;
    }

    /** Goes on with the holdings, or refuses because nothing is held. */
    ToolOutcome with(
            ToolContext context, ToolArguments arguments, BiFunction<Portfolio, HoldingsView, ToolOutcome> next) {
        return portfolios.withLedger(
                context, arguments, portfolio -> holdings.view(context.caller(), portfolio.id(), null)
                        .<ToolOutcome>fold(
                                view -> view.holdings().isEmpty()
                                        ? new ToolRefusal(
                                                Reason.NO_DATA, portfolio.name().value() + " holds no instruments.")
                                        : next.apply(portfolio, view),
                                Unmeasurable::refusal));
    }

    /** The prices of an instrument; empty when there are none. */
    Optional<PriceSeries> prices(Symbol symbol) {
        try {
            return Optional.of(prices.all(symbol));
        } catch (MissingObjectException none) {
            return Optional.empty();
        }
    }

    /** Closes of an instrument over a period, adjusted for the splits that the portfolio records. */
    Optional<AdjustedCloses> closes(
            ToolContext context, Portfolio portfolio, Symbol symbol, LocalDate from, LocalDate to) {
        return prices(symbol).map(series -> {
            List<Transaction> splits = ledger.effective(context.caller(), portfolio.id()).stream()
                    .filter(transaction -> transaction.type() == TransactionType.SPLIT
                            && transaction.symbol().equals(Optional.of(symbol)))
                    .toList();
            return AdjustedCloses.of(series, Optional.of(from), Optional.of(to), splits);
        });
    }
}
