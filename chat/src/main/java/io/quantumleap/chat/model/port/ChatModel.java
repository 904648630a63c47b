package io.quantumleap.chat.model.port;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A model that converses and calls tools. Safe for use by many threads; keeps nothing between requests. */
public interface ChatModel {

    /** The name shown beside its answers and stored with them. */
    String name();

    /**
     * Asks for the next reply, without blocking the caller while the model thinks.
     *
     * @param request what to reply to
     * @param listener is given the reply's text piece by piece, in order, never by two threads at once, and before the
     *     stage completes
     * @param cancellation once cancelled, the model stops its work and gives out no more text; the stage then completes
     *     in whichever way
     * @return the reply, or a stage that failed with a {@link io.quantumleap.chat.model.ModelException}
     */
    CompletionStage<ModelReply> reply(ModelRequest request, Consumer<String> listener, Cancellation cancellation);
}
