package io.quantumleap.chat.tool;

import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the tools that ask "why" and "what if" are called and what they take, as records. */
public final class ScenarioTools {

    static final String WHICH = "id of the portfolio; without it the one that the user is looking at";

    /** A portfolio and a period. */
    public record ContributionArguments(
            @Parameter(value = WHICH, optional = true) @Nullable
            String portfolioId,

            @Parameter(value = "first day of the period; without it all of it", optional = true) @Nullable
            LocalDate from,

            @Parameter(value = "last day of the period; without it the last with data", optional = true) @Nullable
            LocalDate to) {}

    /** Who gained, who lost. Rows: one a holding, labelled with its symbol, the greatest loss first. */
    public static final ToolSpecification CONTRIBUTION = costly(
            "contribution",
            "Why the portfolio gained or lost in a period: gain or loss of every holding in money, its own return, and what it"
                    + " added to the return of the whole, the greatest loss first.",
            "Finding what made the gain or loss",
            ContributionArguments.class);

    /** A fall that is made up, or a stretch of the past that is played again. */
    public record StressArguments(
            @Parameter(value = WHICH, optional = true) @Nullable
            String portfolioId,

            @Parameter(value = "change of prices in per cent, such as -20; give this, or from and to", optional = true)
            @Nullable
            BigDecimal changePercent,

            @Parameter(value = "only this instrument changes; without it every holding does", optional = true) @Nullable
            String symbol,

            @Parameter(
                    value = "first day of a stretch of the past to play again with today's holdings",
                    optional = true)
            @Nullable
            LocalDate from,

            @Parameter(value = "last day of that stretch", optional = true) @Nullable
            LocalDate to) {

        private static final BigDecimal TOTAL_LOSS = BigDecimal.valueOf(-100);
        private static final BigDecimal TENFOLD = BigDecimal.valueOf(1000);

        /** Refuses neither and both, and changes that no price can make. */
        public StressArguments {
            boolean replay = from != null && to != null;
            if ((changePercent != null) == replay || (from == null) != (to == null)) {
                throw new InvalidValueException("Give change_percent, or else both from and to.");
            }
            if (changePercent != null
                    && (changePercent.compareTo(TOTAL_LOSS) < 0 || changePercent.compareTo(TENFOLD) > 0)) {
                throw new InvalidValueException("change_percent must lie between -100 and 1000.");
            }
        }
    }

    /** What would be lost. Rows: one a holding, labelled with its symbol, the greatest loss first. */
    public static final ToolSpecification STRESS = costly(
            "stress",
            "What today's holdings would gain or lose if prices changed by a given per cent, or if a stretch of the past"
                    + " happened again.",
            "Trying the scenario",
            StressArguments.class);

    /** One made-up trade. */
    public record TradeArguments(
            @Parameter(value = WHICH, optional = true) @Nullable
            String portfolioId,

            @Parameter("what would be done") Side side,

            @Parameter("symbol of the instrument, in capital letters")
            String symbol,

            @Parameter("how many units") BigDecimal quantity) {

        /** Refuses what is no trade. */
        public TradeArguments {
            if (quantity.signum() <= 0) {
                throw new InvalidValueException("quantity must be more than 0.");
            }
        }
    }

    /** Buying or selling. */
    public enum Side {
        /** Units come in, cash goes out. */
        BUY,
        /** Units go out, cash comes in. */
        SELL
    }

    /** A trade tried out; nothing is traded. No rows. */
    public static final ToolSpecification WHAT_IF_TRADE = costly(
            "what_if_trade",
            "What a trade at the latest price would do to weights, cash, concentration and volatility. Nothing is traded.",
            "Trying the trade",
            TradeArguments.class);

    /** The weights to go back to. */
    public record RebalanceArguments(
            @Parameter(value = WHICH, optional = true) @Nullable
            String portfolioId,

            @Parameter(
                    value =
                            "target weights in per cent, such as 'ACME 40 DAX 35 FTSE 25'; without it all holdings get equal weights",
                    optional = true)
            @Nullable
            String targets,

            @Parameter(value = "costs of trading in basis points of the amount; without it none", optional = true)
            @Nullable
            BigDecimal costBasisPoints) {

        /** Refuses costs that are none. */
        public RebalanceArguments {
            if (costBasisPoints != null
                    && (costBasisPoints.signum() < 0 || costBasisPoints.compareTo(BigDecimal.valueOf(5000)) > 0)) {
                throw new InvalidValueException("cost_basis_points must lie between 0 and 5000.");
            }
        }
    }

    /** The trades that restore target weights. Rows: one a trade, labelled with the symbol. */
    public static final ToolSpecification REBALANCE = costly(
            "rebalance",
            "The trades that would bring the holdings to target weights, or to equal weights. Nothing is traded.",
            "Working out the trades",
            RebalanceArguments.class);

    /** A word to explain. */
    public record GlossaryArguments(
            @Parameter("the word, such as Sharpe ratio") String term) {}

    /** What a word means. No rows. */
    public static final ToolSpecification GLOSSARY = new ToolSpecification(
            "glossary",
            "What a financial measure means and how this platform computes it.",
            "Looking up the word",
            ParameterRecord.of(GlossaryArguments.class).parameters());

    /** A portfolio and its new name. */
    public record RenameArguments(
            @Parameter("id of the portfolio") String portfolioId,

            @Parameter("the new name, 1 to 100 characters") String name) {}

    /** Gives a portfolio another name, once it is confirmed. */
    public static final ToolSpecification RENAME_PORTFOLIO = new ToolSpecification(
                    "rename_portfolio",
                    "Proposes another name for a portfolio. It is renamed only after the user has confirmed it in the next message.",
                    "Preparing the change",
                    ParameterRecord.of(RenameArguments.class).parameters())
            .writing();

    /** One transaction, its parts as the pages take them. */
    public record TransactionArguments(
            @Parameter("id of the portfolio") String portfolioId,

            @Parameter("day of the transaction") LocalDate date,

            @Parameter("what it is") Kind type,

            @Parameter(value = "symbol of the instrument, for buy, sell, dividend and split", optional = true) @Nullable
            String symbol,

            @Parameter(value = "number of units, for buy and sell; the ratio of a split", optional = true) @Nullable
            BigDecimal quantity,

            @Parameter(value = "price of one unit, for buy and sell", optional = true) @Nullable
            BigDecimal price,

            @Parameter(value = "the fee", optional = true) @Nullable
            BigDecimal fee,

            @Parameter(value = "amount of money, for all but buy, sell and split", optional = true) @Nullable
            BigDecimal amount,

            @Parameter(value = "ISO code of its currency; without it that of the portfolio", optional = true) @Nullable
            String currency) {}

    /** The kinds of transaction. */
    public enum Kind {
        BUY,
        SELL,
        DIVIDEND,
        INTEREST,
        FEE,
        TAX,
        DEPOSIT,
        WITHDRAWAL,
        SPLIT
    }

    /** Records a transaction, once it is confirmed. */
    public static final ToolSpecification RECORD_TRANSACTION = new ToolSpecification(
                    "record_transaction",
                    "Proposes a transaction for the ledger. It is recorded only after the user has confirmed it in the next message.",
                    "Preparing the change",
                    ParameterRecord.of(TransactionArguments.class).parameters())
            .writing();

    private ScenarioTools() {}

    private static ToolSpecification costly(
            String name, String description, String progress, Class<? extends Record> record) {
        return new ToolSpecification(
                        name, description, progress, ParameterRecord.of(record).parameters())
                .costing(CostClass.EXPENSIVE);
    }
}
