package io.quantumleap.chat.tool.port;

import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;

/**
 * Changes something. A model's call only proposes the change; it is done after the person has confirmed it in a message of
 * their own, once, with the rights of that person. Safe for use by many threads.
 */
public interface WriteTool extends Tool {

    /**
     * Says what would be done, and changes nothing.
     *
     * @return a result whose title is the change as one sentence, or a refusal that says why it cannot be done
     */
    @Override
    ToolOutcome call(ToolContext context, ToolArguments arguments);

    /**
     * Does it, inside the unit of work of the caller.
     *
     * @return what was done, its title one sentence; or a refusal, and then nothing has changed
     * @throws io.quantumleap.core.shared.InvalidValueException if an argument breaks a rule; taken for a refusal
     * @throws io.quantumleap.core.shared.MissingObjectException if an object is not the caller's; taken for a refusal
     */
    ToolOutcome perform(ToolContext context, ToolArguments arguments);
}
