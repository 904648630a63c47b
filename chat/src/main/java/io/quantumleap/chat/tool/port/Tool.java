package io.quantumleap.chat.tool.port;

import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolSpecification;

/**
 * Reads figures for a model. A tool changes nothing, runs with the rights of the caller, and may block for the time of a
 * few database reads. Safe for use by many threads.
 */
public interface Tool {

    /** What a model is told about this tool. */
    ToolSpecification specification();

    /**
     * Reads the figures.
     *
     * @param context on whose behalf
     * @param arguments checked against the specification
     * @return the figures, or a refusal that says why there are none
     * @throws io.quantumleap.core.shared.InvalidValueException if an argument breaks a rule; taken for a refusal
     * @throws io.quantumleap.core.shared.MissingObjectException if an object is not the caller's; taken for a refusal
     */
    ToolOutcome call(ToolContext context, ToolArguments arguments);
}
