package io.quantumleap.chat.tool;

import io.quantumleap.chat.tool.port.Tool;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A tool made of a record and a function: the record's components are its parameters, the function gives its figures.
 *
 * @param <A> the record of its parameters
 */
public final class RecordTool<A extends Record> implements Tool {

    private final ToolSpecification specification;
    private final ParameterRecord<A> parameters;
    private final BiFunction<ToolContext, A, ToolOutcome> body;

    private RecordTool(
            ToolSpecification specification,
            ParameterRecord<A> parameters,
            BiFunction<ToolContext, A, ToolOutcome> body) {
        this.specification = specification;
        this.parameters = parameters;
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * A cheap tool that reads, with the usual time limit.
     *
     * @param name lower snake case
     * @param description what it gives and when to call it, for the model
     * @param progress what to tell the waiting user
     * @param record its parameters
     * @param body gives the figures; safe for use by many threads
     */
    public static <A extends Record> RecordTool<A> reading(
            String name,
            String description,
            String progress,
            Class<A> record,
            BiFunction<ToolContext, A, ToolOutcome> body) {
        ParameterRecord<A> parameters = ParameterRecord.of(record);
        return new RecordTool<>(
                new ToolSpecification(name, description, progress, parameters.parameters()), parameters, body);
    }

    @Override
    public ToolSpecification specification() {
        return specification;
    }

    @Override
    public ToolOutcome call(ToolContext context, ToolArguments arguments) {
        return body.apply(context, parameters.read(arguments));
    }
}
