package io.quantumleap.chat.tool;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model is told about a tool.
 *
 * @param name lower snake case, unique among the tools
 * @param description what it gives and when to call it, for the model
 * @param progress what to tell the waiting user, such as {@code Reading your holdings}
 * @param parameters what it can be told
 */
public record ToolSpecification(String name, String description, String progress, List<ToolParameter> parameters) {

    /** Refuses missing parts and copies the parameters. */
    public ToolSpecification {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(progress, "progress");
        parameters = List.copyOf(parameters);
    }

    /**
     * Checks arguments that a model made up.
     *
     * @return what is wrong with them, in a sentence that the model can act on; empty when they fit
     */
    public Optional<String> defectOf(ToolArguments arguments) {
        if (!arguments.readable()) {
            return Optional.of("The arguments are not a JSON object with simple values.");
        }
        List<String> known = parameters.stream().map(ToolParameter::name).toList();
        if (!known.containsAll(arguments.values().keySet())) {
            return Optional.of("A parameter is unknown; " + name + " has only these: " + known + ".");
        }
        return parameters.stream()
                .flatMap(parameter -> arguments.defectOf(parameter).stream())
                .findFirst();
    }
}
