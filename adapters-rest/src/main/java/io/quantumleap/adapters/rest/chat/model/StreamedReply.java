package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.quantumleap.chat.model.BrokenReplyException;
import io.quantumleap.chat.model.ModelException;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a reply as it streams in and tells the listener, until it is whole, broken, late or no longer wanted. */
final class StreamedReply implements StreamingChatResponseHandler {

    private static final String CUT = "The model provider broke off its reply.";

    private final CompletableFuture<ModelReply> whole = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final String provider;
    private final Consumer<String> listener;

    StreamedReply(String provider, Consumer<String> listener) {
        this.provider = provider;
        this.listener = listener;
    }

    /**
     * The reply, if it is whole within the time.
     *
     * @param abort closes the connection when it is not
     */
    CompletionStage<ModelReply> within(Duration limit, Runnable abort) {
        CompletableFuture<ModelReply> inTime = new CompletableFuture<>();
        CompletionStage<ModelReply> timed = whole.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        // Completed anew, because a dependent stage would wrap the exception, and who decides on a retry looks at its
        // type.
        timed.whenComplete((reply, failure) -> {
            if (failure == null) {
                inTime.complete(reply);
            } else {
                abort.run();
                inTime.completeExceptionally(translated(failure));
            }
        });
        return inTime;
    }

    private RuntimeException translated(Throwable failure) {
        if (failure instanceof TimeoutException) {
            String message = "The model provider took too long to reply.";
            return isBlank() ? RetryableModelException.afterSilence(message) : broken(message);
        }
        return failure instanceof RuntimeException known ? known : new CompletionException(failure);
    }

    void noLongerWanted() {
        end(new PermanentModelException("The reply is no longer wanted."));
    }

    /** Nothing more will come; where the library has made no reply of it, it was no whole reply. */
    void streamEnded() {
        end(interrupted(CUT));
    }

    @Override
    public void onPartialResponse(String piece) {
        synchronized (text) {
            if (!whole.isDone()) {
                text.append(piece);
                listener.accept(piece);
            }
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        FinishReason reason = response.finishReason();
        if (reason == null) {
            end(interrupted(CUT));
        } else if (reason == FinishReason.CONTENT_FILTER) {
            end(refused());
        } else {
            ModelReply reply = reply(response);
            if (reply.text().isEmpty() && reply.calls().isEmpty()) {
                end(refused());
            } else {
                whole.complete(reply);
            }
        }
    }

    private ModelException refused() {
        String message = "The model provider refused to reply.";
        return isBlank() ? new PermanentModelException(message) : broken(message);
    }

    private ModelReply reply(ChatResponse response) {
        AiMessage message = response.aiMessage();
        List<ToolCall> calls = new ArrayList<>();
        if (message.hasToolExecutionRequests()) {
            message.toolExecutionRequests().forEach(request -> calls.add(call(request, calls.size() + 1)));
        }
        synchronized (text) {
            return new ModelReply(text.toString(), calls, usage(response));
        }
    }

    /** Not every format names its calls. */
    private static ToolCall call(ToolExecutionRequest request, int number) {
        return new ToolCall(
                Objects.requireNonNullElse(request.id(), "call_" + number),
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
        String message = ProviderFailure.describe(error);
        if (!isBlank()) {
            end(broken(message));
        } else if (ProviderFailure.mayPass(error)) {
            end(new RetryableModelException(
                    message, ProviderFailure.retryAfter(error).orElse(null)));
        } else {
            end(new PermanentModelException(message));
        }
    }

    /** After some of the text was given out, asking again would give it out twice. */
    private ModelException interrupted(String message) {
        return isBlank() ? new RetryableModelException(message) : broken(message);
    }

    private ModelException broken(String message) {
        return new BrokenReplyException(provider, message);
    }

    private boolean isBlank() {
        synchronized (text) {
            return text.length() == 0;
        }
    }

    private void end(RuntimeException failure) {
        whole.completeExceptionally(failure);
    }
}
