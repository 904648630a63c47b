package io.quantumleap.chat.tool;

import static io.quantumleap.chat.tool.ToolParameter.Type.DATE;
import static io.quantumleap.chat.tool.ToolParameter.Type.TEXT;
import static io.quantumleap.chat.tool.ToolParameter.Type.WHOLE_NUMBER;
import static io.quantumleap.chat.tool.ToolParameter.optional;
import static io.quantumleap.chat.tool.ToolParameter.required;

import java.util.List;

/**
 * What the tools over portfolios, prices and performance are called and what they take. Their figures are those of
 * {@link io.quantumleap.chat.evidence.Metric}.
 */
public final class FinancialTools {

    /** The parameter that names a portfolio by its id. */
    public static final String PORTFOLIO_ID = "portfolio_id";

    /** The parameter that names an instrument. */
    public static final String SYMBOL = "symbol";

    /** The parameter that names several instruments. */
    public static final String SYMBOLS = "symbols";

    /** The parameter that names the instrument to compare with. */
    public static final String BENCHMARK_SYMBOL = "benchmark";

    /** The first day of a period. */
    public static final String FROM = "from";

    /** The last day of a period. */
    public static final String TO = "to";

    /** The day of a snapshot. */
    public static final String AS_OF = "as_of";

    /** How many rows at most. */
    public static final String LIMIT = "limit";

    private static final ToolParameter PORTFOLIO =
            optional(PORTFOLIO_ID, TEXT, "id of the portfolio; without it the one that the user is looking at");
    private static final ToolParameter START = optional(FROM, DATE, "first day of the period; without it all of it");
    private static final ToolParameter END =
            optional(TO, DATE, "last day of the period; without it the last with data");
    private static final ToolParameter BENCHMARK =
            optional(BENCHMARK_SYMBOL, TEXT, "symbol of the instrument to compare with, in capital letters");
    private static final ToolParameter INSTRUMENT =
            required(SYMBOL, TEXT, "symbol of the instrument, in capital letters");

    /** The caller's portfolios, the one meant by default first. Rows: one a portfolio, labelled with its name. */
    public static final ToolSpecification LIST_PORTFOLIOS = new ToolSpecification(
            "list_portfolios",
            "The user's portfolios with id, currency, first and last day with data. The first is the default.",
            "Looking up your portfolios",
            List.of());

    /** The instruments with prices. Rows: one an instrument, labelled with its symbol. */
    public static final ToolSpecification LIST_INSTRUMENTS = new ToolSpecification(
            "list_instruments",
            "The symbols that have prices, with the first and last day. Call it to find a benchmark.",
            "Looking up the instruments",
            List.of(optional(SYMBOLS, TEXT, "only those of these symbols that exist, separated by spaces")));

    /** Holdings and cash on a day. Rows: one a holding, labelled with its symbol, the most valuable first. */
    public static final ToolSpecification HOLDINGS = new ToolSpecification(
            "holdings",
            "Holdings on a day with quantity, price, value, cost, gain and weight, the most valuable first; cash, total"
                    + " value and concentration.",
            "Reading your holdings",
            List.of(PORTFOLIO, optional(AS_OF, DATE, "the day; without it the last with data")));

    /** Totals of a portfolio since its start. No rows. */
    public static final ToolSpecification SUMMARY = new ToolSpecification(
            "summary",
            "Totals since the start: value, cash, net contributions, gain, realised and unrealised gain, dividends,"
                    + " interest, fees, taxes.",
            "Adding up your portfolio",
            List.of(PORTFOLIO));

    /** Cash that moved in a period. No rows, or one a currency, labelled with its code, when there are several. */
    public static final ToolSpecification CASH_FLOWS = new ToolSpecification(
            "cash_flows",
            "Deposits, withdrawals, dividends, interest, fees, taxes, purchases and sales in a period, summed.",
            "Adding up your cash flows",
            List.of(PORTFOLIO, START, END, optional(SYMBOL, TEXT, "only the flows of this instrument")));

    /** The latest transactions. Rows: one a transaction, the newest first. */
    public static final ToolSpecification TRANSACTIONS = new ToolSpecification(
            "transactions",
            "The latest transactions, the newest first, with date, type, instrument, quantity, price and amount.",
            "Reading your transactions",
            List.of(
                    PORTFOLIO,
                    optional(SYMBOL, TEXT, "only those in this instrument"),
                    optional(LIMIT, WHOLE_NUMBER, "how many at most, 1 to 50; without it 5")));

    /** Closes of an instrument over a period. No rows. */
    public static final ToolSpecification PRICES = new ToolSpecification(
            "prices",
            "First, last, highest and lowest close of an instrument in a period and the change of its price, adjusted for"
                    + " the splits that the portfolio records.",
            "Reading the prices",
            List.of(INSTRUMENT, START, END, PORTFOLIO));

    /** Returns over a period. Rows: one a calendar year, labelled with the year. */
    public static final ToolSpecification PERFORMANCE = new ToolSpecification(
            "performance",
            "Time-weighted and money-weighted return, growth rate, gain, best and worst day of the portfolio over a"
                    + " period, and each calendar year.",
            "Measuring your returns",
            List.of(PORTFOLIO, START, END));

    /** Risk over a period. No rows. */
    public static final ToolSpecification RISK = new ToolSpecification(
            "risk",
            "Volatility, downside deviation, value at risk, expected shortfall, Sharpe, Sortino and Calmar ratio,"
                    + " drawdown, skewness of the portfolio over a period; with a benchmark also beta, alpha,"
                    + " correlation, tracking error.",
            "Measuring your risk",
            List.of(PORTFOLIO, START, END, BENCHMARK));

    /** The deepest falls. Rows: one a drawdown, the deepest first, labelled {@code Drawdown 1} and so on. */
    public static final ToolSpecification DRAWDOWNS = new ToolSpecification(
            "drawdowns",
            "The portfolio's deepest falls from a peak with dates of peak, trough and recovery, the deepest first.",
            "Looking for drawdowns",
            List.of(PORTFOLIO, START, END));

    /** The portfolio against a benchmark. Rows: one a calendar year, labelled with the year. */
    public static final ToolSpecification COMPARISON = new ToolSpecification(
            "benchmark_comparison",
            "Return, growth rate, volatility and drawdown of the portfolio beside those of a benchmark, the difference,"
                    + " beta, alpha, correlation, tracking error, information ratio, and each calendar year.",
            "Comparing with the benchmark",
            List.of(
                    PORTFOLIO,
                    required(BENCHMARK_SYMBOL, TEXT, "symbol to compare with, in capital letters"),
                    START,
                    END));

    /** Risk of one instrument from its closes. No rows. */
    public static final ToolSpecification INSTRUMENT_RISK = new ToolSpecification(
            "instrument_risk",
            "Volatility, maximum drawdown, value at risk, expected shortfall and return of one instrument, from its"
                    + " prices alone, over a period, adjusted for the splits that the portfolio records.",
            "Measuring the risk of the instrument",
            List.of(INSTRUMENT, START, END, PORTFOLIO));

    /**
     * Scores and the risks that stand out. Rows: one a risk that stands out, labelled with the symbol of the holding, {@code
     * Volatility} or {@code Drawdown}.
     */
    public static final ToolSpecification HEALTH = new ToolSpecification(
            "portfolio_health",
            "Scores of the portfolio from 0 to 100 for performance, diversification and risk, each by a stated formula, the"
                    + " level of risk, and the risks that stand out with the line that they have reached and what would bring"
                    + " them back to it.",
            "Checking the health of your portfolio",
            List.of(PORTFOLIO, START, END));

    private FinancialTools() {}
}
