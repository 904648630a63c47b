package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.analyst.BuiltInAnalyst;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.port.ChatModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The built-in analyst as a model: answers at once, needs no provider, and nothing leaves the server. Where a provider broke
 * off, it answers from the beginning and says so, since it cannot go on in somebody else's words.
 */
public final class BuiltInAnalystModel implements ChatModel {

    /** How configuration names it as a stop of a route. */
    public static final String ID = "built-in";

    private static final String INSTEAD =
            "The model's provider broke off here, so the built-in analyst answers the whole question instead. ";

    private final BuiltInAnalyst analyst;

    /** Lets this analyst answer. */
    public BuiltInAnalystModel(BuiltInAnalyst analyst) {
        this.analyst = analyst;
    }

    @Override
    public String name() {
        return BuiltInAnalyst.NAME;
    }

    @Override
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        boolean instead = isInsteadOfABrokenReply(request);
        ModelReply reply = analyst.reply(instead ? withoutTheBrokenReply(request) : request);
        if (instead && reply.calls().isEmpty()) {
            reply = ModelReply.saying(INSTEAD + reply.text());
        }
        if (!reply.text().isEmpty()) {
            listener.accept(reply.text());
        }
        return CompletableFuture.completedFuture(reply);
    }

    private static boolean isInsteadOfABrokenReply(ModelRequest request) {
        return !request.purpose().avoiding().isEmpty()
                && sinceTheQuestion(request.messages()).stream().anyMatch(Message.FromReviewer.class::isInstance);
    }

    private static List<Message> sinceTheQuestion(List<Message> messages) {
        int at = messages.size();
        while (at > 0 && !(messages.get(at - 1) instanceof Message.FromUser)) {
            at--;
        }
        return messages.subList(at, messages.size());
    }

    private static ModelRequest withoutTheBrokenReply(ModelRequest request) {
        List<Message> since = sinceTheQuestion(request.messages());
        List<Message> kept =
                new ArrayList<>(request.messages().subList(0, request.messages().size() - since.size()));
        since.stream()
                .filter(message -> !(message instanceof Message.FromReviewer))
                .filter(message -> !(message instanceof Message.FromModel said)
                        || !said.calls().isEmpty())
                .forEach(kept::add);
        return new ModelRequest(request.instructions(), kept, request.tools(), request.timeLimit(), request.purpose());
    }
}
