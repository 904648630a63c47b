package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.analyst.BuiltInAnalyst;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.port.ChatModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The built-in analyst as a model: answers at once, needs no provider, and nothing leaves the server. */
public final class BuiltInAnalystModel implements ChatModel {

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
        ModelReply reply = analyst.reply(request);
        if (!reply.text().isEmpty()) {
            listener.accept(reply.text());
        }
        return CompletableFuture.completedFuture(reply);
    }
}
