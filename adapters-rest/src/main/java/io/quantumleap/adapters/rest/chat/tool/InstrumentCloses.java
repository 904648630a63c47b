package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.ViewLedger;
import io.quantumleap.core.shared.MissingObjectException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds the closes that a tool call about one instrument means. */
public final class InstrumentCloses {

    private final ViewPrices prices;
    private final MeantPortfolio portfolios;
    private final ViewLedger ledger;

    /** Works through these. */
    public InstrumentCloses(ViewPrices prices, MeantPortfolio portfolios, ViewLedger ledger) {
        this.prices = prices;
        this.portfolios = portfolios;
        this.ledger = ledger;
    }

    /** Goes on with the closes of the instrument, or refuses because there are none. */
    ToolOutcome with(
            ToolContext context, ToolArguments arguments, BiFunction<PriceSeries, AdjustedCloses, ToolOutcome> next) {
        Symbol symbol = new Symbol(arguments.text(FinancialTools.SYMBOL).orElse(""));
        Optional<LocalDate> from = arguments.date(FinancialTools.FROM);
        Optional<LocalDate> to = arguments.date(FinancialTools.TO);
        PriceSeries series;
        try {
            series = prices.all(symbol);
        } catch (MissingObjectException noPrices) {
            return new ToolRefusal(
                    Reason.NO_DATA, "There are no prices of " + symbol + ". Import them, then ask again.");
        }
        List<Transaction> splits = portfolios
                .find(context, arguments)
                .map(portfolio -> AdjustedCloses.splits(ledger, context.caller(), portfolio, series))
                .orElse(List.of());
        AdjustedCloses closes = AdjustedCloses.of(series, from, to, splits);
        return closes.size() == 0
                ? new ToolRefusal(
                        Reason.NO_DATA,
                        "There are no prices of " + symbol + " in that period; they begin on " + series.date(0) + ".")
                : next.apply(series, closes);
    }

    /** What the market data routes show for the same days. */
    static String href(PriceSeries series, AdjustedCloses closes) {
        return "/api/market/prices/" + Hrefs.encoded(series.symbol().value()) + "?from=" + closes.day(0) + "&to="
                + closes.day(closes.size() - 1);
    }
}
