package io.quantumleap.examples.chat;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.evidence.Sense;
import io.quantumleap.chat.tool.Parameter;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** A tool of fifteen lines: what somebody saves in a year. */
public final class SavingTool implements Tool {

    /** What the model may tell it. */
    public record Asked(@Parameter("euros saved each month") BigDecimal monthly) {}

    private final ParameterRecord<Asked> parameters = ParameterRecord.of(Asked.class);

    @Override
    public ToolSpecification specification() {
        return new ToolSpecification(
                "saving", "What is saved in a year.", "Adding up your saving", parameters.parameters());
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        BigDecimal year = parameters.read(arguments).monthly().multiply(BigDecimal.valueOf(12));
        Money saved = new Money(year, Currency.getInstance("EUR"));
        Figure figure = new Figure(Metric.AMOUNT.key(), "saved in a year", new FigureValue.Amount(saved, Sense.SIZE));
        return new ToolResult("Saving in a year", "/saving", List.of(figure), List.of(), List.of());
    }
}
