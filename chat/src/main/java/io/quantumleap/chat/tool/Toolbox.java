package io.quantumleap.chat.tool;

import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.chat.tool.port.WriteTool;
import io.quantumleap.core.shared.CoreException;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The tools that a model may call, and the one place where its calls are checked. Safe for use by many threads. */
public final class Toolbox {

    private final Map<String, Tool> tools = new LinkedHashMap<>();

    /**
     * A box with these tools.
     *
     * @throws IllegalArgumentException if two have the same name, or if one says that it writes and has no way to do it
     */
    public Toolbox(List<? extends Tool> tools) {
        for (Tool tool : tools) {
            if ((tool.specification().effect() == Effect.WRITE) != (tool instanceof WriteTool)) {
                throw new IllegalArgumentException(
                        tool.specification().name() + " must be a WriteTool if and only if it writes.");
            }
            if (this.tools.put(tool.specification().name(), tool) != null) {
                throw new IllegalArgumentException(
                        "Two tools are named " + tool.specification().name() + ".");
            }
        }
    }

    /** What a model is told about each tool. */
    public List<ToolSpecification> specifications() {
        return tools.values().stream().map(Tool::specification).toList();
    }

    /** What a model is told about the tool of that name, when there is one. */
    public Optional<ToolSpecification> specification(String name) {
        return Optional.ofNullable(tools.get(name)).map(Tool::specification);
    }

    /**
     * Runs a call that a model asked for. What the model got wrong is a refusal that tells it so; what is broken on our
     * side, such as the database, is thrown.
     */
    public ToolOutcome call(String name, ToolContext context, ToolArguments arguments) {
        Tool tool = tools.get(name);
        return tool == null ? noSuchTool() : checked(tool, arguments, () -> tool.call(context, arguments));
    }

    /** Does what was proposed and confirmed; for anything but a {@link WriteTool} it refuses. */
    public ToolOutcome perform(Proposal proposal, ToolContext context) {
        return tools.get(proposal.tool()) instanceof WriteTool tool
                ? checked(tool, proposal.arguments(), () -> tool.perform(context, proposal.arguments()))
                : noSuchTool();
    }

    private ToolRefusal noSuchTool() {
        return new ToolRefusal(Reason.NOT_ALLOWED, "There is no such tool; there are only these: " + tools.keySet());
    }

    private static ToolOutcome checked(Tool tool, ToolArguments arguments, Supplier<ToolOutcome> body) {
        Optional<String> defect = tool.specification().defectOf(arguments);
        if (defect.isPresent()) {
            return new ToolRefusal(Reason.BAD_ARGUMENTS, defect.get());
        }
        try {
            return body.get();
        } catch (InvalidValueException broken) {
            return refusal(Reason.BAD_ARGUMENTS, broken);
        } catch (MissingObjectException missing) {
            return refusal(Reason.UNKNOWN_OBJECT, missing);
        }
    }

    private static ToolRefusal refusal(Reason reason, CoreException cause) {
        return new ToolRefusal(reason, Objects.requireNonNullElse(cause.getMessage(), "This cannot be answered."));
    }
}
