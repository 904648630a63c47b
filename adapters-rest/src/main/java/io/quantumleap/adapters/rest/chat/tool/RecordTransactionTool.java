package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ScenarioTools.TransactionArguments;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.WriteTool;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.ViewPortfolio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Records a transaction, once that is confirmed. */
public final class RecordTransactionTool implements WriteTool {

    private final ParameterRecord<TransactionArguments> parameters = ParameterRecord.of(TransactionArguments.class);
    private final ViewPortfolio view;
    private final RecordTransaction record;

    /** Works through these. */
    public RecordTransactionTool(ViewPortfolio view, RecordTransaction record) {
        this.view = view;
        this.record = record;
    }

    @Override
    public ToolSpecification specification() {
        return ScenarioTools.RECORD_TRANSACTION;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        TransactionArguments asked = parameters.read(arguments);
        Portfolio portfolio = view.view(context.caller(), PortfolioId.parse(asked.portfolioId()));
        return result("Record in " + portfolio.name().value() + ": " + inWords(asked), portfolio);
    }

    @Override
    public ToolOutcome perform(ToolContext context, ToolArguments arguments) {
        TransactionArguments asked = parameters.read(arguments);
        Portfolio portfolio = view.view(context.caller(), PortfolioId.parse(asked.portfolioId()));
        Recording recording = record.record(context.caller(), portfolio.id(), fields(asked));
        if (recording instanceof Recording.Refused refused) {
            return new ToolRefusal(Reason.BAD_ARGUMENTS, refused.errors().get(0).message());
        }
        return result("recorded in " + portfolio.name().value() + ": " + inWords(asked), portfolio);
    }

    private static TransactionFields fields(TransactionArguments asked) {
        return new TransactionFields(
                asked.date().toString(),
                code(asked),
                Objects.requireNonNullElse(asked.symbol(), ""),
                plain(asked.quantity()),
                plain(asked.price()),
                plain(asked.fee()),
                plain(asked.amount()),
                Objects.requireNonNullElse(asked.currency(), ""),
                "");
    }

    private static String code(TransactionArguments asked) {
        return asked.type().name().toLowerCase(Locale.ROOT);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String inWords(TransactionArguments asked) {
        StringJoiner words = new StringJoiner(" ");
        words.add(code(asked));
        add(words, "", plain(asked.quantity()));
        add(words, "", Objects.requireNonNullElse(asked.symbol(), ""));
        add(words, "", plain(asked.amount()));
        add(words, "at ", plain(asked.price()));
        add(words, "with a fee of ", plain(asked.fee()));
        add(words, "", Objects.requireNonNullElse(asked.currency(), ""));
        return words.add("on").add(asked.date().toString()).toString();
    }

    private static void add(StringJoiner words, String before, String value) {
        if (!value.isEmpty()) {
            words.add(before + value);
        }
    }

    private static ToolResult result(String title, Portfolio portfolio) {
        return new ToolResult(
                title,
                "/api/portfolio/" + portfolio.id() + "/transactions",
                List.of(Metric.PORTFOLIO.text(portfolio.name().value())),
                List.of(),
                List.of());
    }
}
