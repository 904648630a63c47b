package io.quantumleap.adapters.rest.chat.tool;

import io.quantumleap.chat.analyst.Glossary;
import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.tool.ParameterRecord;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ScenarioTools.GlossaryArguments;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.port.Tool;
import java.util.List;

/** Says what a measure means, in the words of the built-in analyst. */
public final class GlossaryTool implements Tool {

    private final ParameterRecord<GlossaryArguments> parameters = ParameterRecord.of(GlossaryArguments.class);

    /** A glossary. */
    public GlossaryTool() {
        // everything it says is fixed
    }

    @Override
    public ToolSpecification specification() {
        return ScenarioTools.GLOSSARY;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        String term = parameters.read(arguments).term();
        return Glossary.meaning(term)
                .<ToolOutcome>map(meaning -> new ToolResult(
                        "Meaning of a measure", "", List.of(Metric.MEANING.text(meaning)), List.of(), List.of()))
                .orElseGet(() -> new ToolRefusal(
                        Reason.UNKNOWN_OBJECT,
                        "The glossary has no such word. It explains the measures of return, risk and comparison."));
    }
}
