package io.quantumleap.chat.analyst;

import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the tools have said since the question was asked. */
final class Findings {

    private final Map<ToolCall, ToolOutcome> outcomes = new HashMap<>();

    /** What the messages after the last question hold. */
    static Findings since(List<Message> messages) {
        Findings findings = new Findings();
        for (Message message : messages) {
            if (message instanceof Message.FromUser) {
                findings.outcomes.clear();
            } else if (message instanceof Message.FromTool tool) {
                findings.outcomes.put(tool.call(), tool.outcome());
            }
        }
        return findings;
    }

    /** Goes on with the result of a call, or asks for the call, or says why the tool refused. */
    Step with(ToolSpecification tool, ToolArguments arguments, Function<ToolResult, Step> next) {
        return withOutcome(
                tool,
                arguments,
                outcome -> outcome instanceof ToolResult result
                        ? next.apply(result)
                        : Step.say(((ToolRefusal) outcome).message()));
    }

    /** Goes on with what a call came to, or asks for the call. */
    Step withOutcome(ToolSpecification tool, ToolArguments arguments, Function<ToolOutcome, Step> next) {
        ToolCall call = new ToolCall(tool.name() + arguments.values().hashCode(), tool.name(), arguments);
        ToolOutcome outcome = outcomes.get(call);
        return outcome == null ? new Step.Call(List.of(call)) : next.apply(outcome);
    }
}
