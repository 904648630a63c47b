package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.ToolCall;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a reply as it streams in and tells the listener, until it is whole, broken, late or no longer wanted. */
final class StreamedReply implements StreamingChatResponseHandler {

    private final CompletableFuture<ModelReply> whole = new CompletableFuture<>();
    private final AtomicReference<@Nullable StreamingHandle> stream = new AtomicReference<>();
    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> listener;

    StreamedReply(Consumer<String> listener, Cancellation cancellation) {
        this.listener = listener;
        cancellation.onCancel(() -> end(new PermanentModelException("The reply is no longer wanted.")));
    }

    /** The reply, if it is whole within the time. */
    CompletionStage<ModelReply> within(long time, TimeUnit unit) {
        CompletableFuture<ModelReply> inTime = new CompletableFuture<>();
        CompletionStage<ModelReply> timed = whole.orTimeout(time, unit);
        // Completed anew, because a dependent stage would wrap the exception, and who decides on a retry looks at its
        // type.
        timed.whenComplete((reply, failure) -> {
            if (failure == null) {
                inTime.complete(reply);
            } else {
                inTime.completeExceptionally(translated(failure));
            }
        });
        return inTime;
    }

    private RuntimeException translated(Throwable failure) {
        cancelStream();
        if (failure instanceof TimeoutException) {
            return interrupted("The model provider took too long to reply.");
        }
        return failure instanceof RuntimeException known ? known : new CompletionException(failure);
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        stream.set(context.streamingHandle());
        String piece = partial.text();
        synchronized (text) {
            if (whole.isDone()) {
                context.streamingHandle().cancel();
                return;
            }
            text.append(piece);
            listener.accept(piece);
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        FinishReason reason = response.finishReason();
        if (reason == null) {
            end(interrupted("The model provider broke off its reply."));
        } else if (reason == FinishReason.CONTENT_FILTER) {
            end(new PermanentModelException("The model provider refused to reply."));
        } else {
            whole.complete(reply(response));
        }
    }

    private ModelReply reply(ChatResponse response) {
        AiMessage message = response.aiMessage();
        List<ToolCall> calls = message.hasToolExecutionRequests()
                ? message.toolExecutionRequests().stream()
                        .map(StreamedReply::call)
                        .toList()
                : List.of();
        synchronized (text) {
            return new ModelReply(text.toString(), calls, usage(response));
        }
    }

    private static ToolCall call(ToolExecutionRequest request) {
        return new ToolCall(
                Objects.requireNonNullElse(request.id(), "call"),
                Objects.requireNonNullElse(request.name(), ""),
                ToolJson.readArguments(Objects.requireNonNullElse(request.arguments(), "")));
    }

    private static @Nullable TokenUsage usage(ChatResponse response) {
        dev.langchain4j.model.output.TokenUsage used = response.tokenUsage();
        if (used == null || used.inputTokenCount() == null || used.outputTokenCount() == null) {
            return null;
        }
        return new TokenUsage(Math.max(0, used.inputTokenCount()), Math.max(0, used.outputTokenCount()));
    }

    @Override
    public void onError(Throwable error) {
        end(
                ProviderFailure.mayPass(error)
                        ? interrupted(ProviderFailure.describe(error))
                        : new PermanentModelException(ProviderFailure.describe(error)));
    }

    /** After some of the text was given out, asking again would give it out twice. */
    private RuntimeException interrupted(String message) {
        synchronized (text) {
            return text.length() == 0 ? new RetryableModelException(message) : new PermanentModelException(message);
        }
    }

    private void end(RuntimeException failure) {
        whole.completeExceptionally(failure);
    }

    private void cancelStream() {
        StreamingHandle open = stream.get();
        if (open != null) {
            open.cancel();
        }
    }
}
