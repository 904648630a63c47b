package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.evidence.Figure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.guardrail.PersonalData;
import io.quantumleap.chat.guardrail.port.KnownNames;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Shows a model of somebody else's no personal data: marks take its place on the way out, and are replaced by it on the way
 * back, in streams and in the arguments of tool calls as well. Safe for use by many threads.
 */
public final class MaskedModel implements ChatModel {

    private final ChatModel model;
    private final KnownNames names;

    /**
     * Stands before this model.
     *
     * @param names who is to be kept from it by name
     */
    public MaskedModel(ChatModel model, KnownNames names) {
        this.model = Objects.requireNonNull(model, "model");
        this.names = Objects.requireNonNull(names, "names");
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        PersonalData data =
                new PersonalData(request.purpose().user().map(names::around).orElse(Set.of()));
        // A name may be used before the sentence that introduces it.
        request.messages().stream()
                .filter(Message.FromUser.class::isInstance)
                .forEach(message -> data.learn(((Message.FromUser) message).text()));
        List<Message> messages = request.messages().stream()
                .map(message -> masked(message, data))
                .toList();
        PersonalData.Unmasking back = data.unmasking(listener);
        return model.reply(
                        new ModelRequest(
                                // A summary of earlier turns stands in them.
                                data.mask(request.instructions()),
                                messages,
                                request.tools(),
                                request.timeLimit(),
                                request.purpose()),
                        back,
                        cancellation)
                .thenApply(reply -> {
                    back.finish();
                    return new ModelReply(
                            data.unmask(reply.text()),
                            reply.calls().stream()
                                    .map(call -> call(call, data::unmask))
                                    .toList(),
                            reply.usage().orElse(null),
                            reply.answeredBy().orElse(null));
                });
    }

    private static Message masked(Message message, PersonalData data) {
        if (message instanceof Message.FromUser user) {
            return new Message.FromUser(data.mask(user.text()));
        }
        if (message instanceof Message.FromModel said) {
            return new Message.FromModel(
                    data.mask(said.text()),
                    said.calls().stream().map(call -> call(call, data::mask)).toList());
        }
        if (message instanceof Message.FromTool tool) {
            return new Message.FromTool(call(tool.call(), data::mask), outcome(tool.outcome(), data));
        }
        return new Message.FromReviewer(data.mask(((Message.FromReviewer) message).text()));
    }

    private static ToolCall call(ToolCall call, UnaryOperator<String> change) {
        Map<String, String> values = new TreeMap<>();
        call.arguments().values().forEach((name, value) -> values.put(name, change.apply(value)));
        return new ToolCall(
                call.id(),
                call.tool(),
                new ToolArguments(values, call.arguments().readable()));
    }

    private static ToolOutcome outcome(ToolOutcome outcome, PersonalData data) {
        if (outcome instanceof ToolRefusal refusal) {
            return new ToolRefusal(refusal.reason(), data.mask(refusal.message()));
        }
        ToolResult result = (ToolResult) outcome;
        return new ToolResult(
                data.mask(result.title()),
                result.href(),
                figures(result.figures(), data),
                result.rows().stream()
                        .map(row -> new ToolResult.Row(data.mask(row.label()), figures(row.figures(), data)))
                        .toList(),
                result.notes().stream().map(data::mask).toList());
    }

    private static List<Figure> figures(List<Figure> figures, PersonalData data) {
        return figures.stream()
                .map(figure -> figure.value() instanceof FigureValue.Text text
                        ? new Figure(figure.name(), figure.label(), new FigureValue.Text(data.mask(text.text())))
                        : figure)
                .toList();
    }
}
