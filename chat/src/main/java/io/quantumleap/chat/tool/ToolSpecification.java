package io.quantumleap.chat.tool;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model is told about a tool, and what the orchestration holds it to.
 *
 * @param name lower snake case, unique among the tools
 * @param description what it gives and when to call it, for the model
 * @param progress what to tell the waiting user, such as {@code Reading your holdings}
 * @param parameters what it can be told
 * @param timeLimit after which a call is given up and the model is told so
 * @param cost how dear a call is
 * @param effect whether it changes anything
 */
public record ToolSpecification(
        String name,
        String description,
        String progress,
        List<ToolParameter> parameters,
        Duration timeLimit,
        CostClass cost,
        Effect effect) {

    /** How long a call may take when its tool does not say. */
    public static final Duration USUAL_TIME_LIMIT = Duration.ofSeconds(20);

    /** Refuses missing parts and copies the parameters. */
    public ToolSpecification {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(effect, "effect");
        parameters = List.copyOf(parameters);
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("A time limit is longer than nothing: " + name);
        }
    }

    /** A cheap tool that reads, with the usual time limit. */
    public ToolSpecification(String name, String description, String progress, List<ToolParameter> parameters) {
        this(name, description, progress, parameters, USUAL_TIME_LIMIT, CostClass.CHEAP, Effect.READ);
    }

    /** The same with another time limit. */
    public ToolSpecification within(Duration limit) {
        return new ToolSpecification(name, description, progress, parameters, limit, cost, effect);
    }

    /** The same with another cost. */
    public ToolSpecification costing(CostClass other) {
        return new ToolSpecification(name, description, progress, parameters, timeLimit, other, effect);
    }

    /** The same for a tool that changes something. */
    public ToolSpecification writing() {
        return new ToolSpecification(name, description, progress, parameters, timeLimit, cost, Effect.WRITE);
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
