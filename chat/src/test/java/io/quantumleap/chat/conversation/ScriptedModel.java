package io.quantumleap.chat.conversation;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.port.ChatModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A model that says what a test wrote for it, a few characters at a time. */
final class ScriptedModel implements ChatModel {

    private final Deque<Object> script = new ArrayDeque<>();
    final List<ModelRequest> requests = new ArrayList<>();

    ScriptedModel(Object... repliesAndFailures) {
        script.addAll(List.of(repliesAndFailures));
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        requests.add(request);
        Object next = script.size() > 1 ? script.poll() : script.peek();
        if (next instanceof RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
        ModelReply reply = (ModelReply) next;
        for (int i = 0; i < reply.text().length() && !cancellation.isCancelled(); i += 3) {
            listener.accept(reply.text().substring(i, Math.min(reply.text().length(), i + 3)));
        }
        return CompletableFuture.completedFuture(reply);
    }
}
