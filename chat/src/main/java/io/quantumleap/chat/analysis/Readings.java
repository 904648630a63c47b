package io.quantumleap.chat.analysis;

import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ScenarioTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.Toolbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tools said of one portfolio over one period. */
final class Readings {

    private final Map<String, Message.FromTool> outcomes = new LinkedHashMap<>();

    private Readings() {}

    /** Asks the tools as the caller; when there is no health to be checked, only that one. */
    static Readings take(Toolbox tools, AnalysisQuestion question) {
        ToolContext context = new ToolContext(question.caller(), question.portfolio());
        ToolArguments period = period(question);
        Readings readings = new Readings();
        if (readings.ask(tools, FinancialTools.HEALTH, context, period) instanceof ToolResult) {
            readings.ask(tools, FinancialTools.PERFORMANCE, context, period);
            readings.ask(tools, FinancialTools.DRAWDOWNS, context, period);
            readings.ask(tools, ScenarioTools.CONTRIBUTION, context, period);
            question.against()
                    .map(symbol -> period.and(FinancialTools.BENCHMARK_SYMBOL, symbol.value()))
                    .ifPresent(compared -> readings.ask(tools, FinancialTools.COMPARISON, context, compared));
        }
        return readings;
    }

    private static ToolArguments period(AnalysisQuestion question) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(FinancialTools.PORTFOLIO_ID, question.portfolio().toString());
        question.firstDay().ifPresent(day -> values.put(FinancialTools.FROM, day.toString()));
        question.lastDay().ifPresent(day -> values.put(FinancialTools.TO, day.toString()));
        return ToolArguments.of(values);
    }

    private ToolOutcome ask(Toolbox tools, ToolSpecification tool, ToolContext context, ToolArguments arguments) {
        ToolOutcome outcome = tools.call(tool.name(), context, arguments);
        ToolCall call = new ToolCall(tool.name(), tool.name(), arguments);
        outcomes.put(tool.name(), new Message.FromTool(call, outcome));
        return outcome;
    }

    /** What the health check came to. */
    ToolOutcome health() {
        return outcome(FinancialTools.HEALTH).orElseThrow();
    }

    /** The result of a tool, if it was asked and gave one. */
    Optional<ToolResult> result(ToolSpecification tool) {
        return outcome(tool).filter(ToolResult.class::isInstance).map(ToolResult.class::cast);
    }

    private Optional<ToolOutcome> outcome(ToolSpecification tool) {
        return Optional.ofNullable(outcomes.get(tool.name())).map(Message.FromTool::outcome);
    }

    /** All of it, as a model is shown it. */
    List<Message.FromTool> messages() {
        return new ArrayList<>(outcomes.values());
    }
}
