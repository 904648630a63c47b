package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.json.JsonbProvider;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemJson;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.chat.conversation.Answer;
import io.quantumleap.chat.conversation.AnswerListener;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.ExchangeId;
import io.quantumleap.chat.model.Cancellation;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Sends an answer as server-sent events while it grows; when the reader is gone, the work is cancelled. */
final class AnswerStream implements AnswerListener {

    private static final System.Logger LOG = System.getLogger(AnswerStream.class.getName());

    private final SseEventSink sink;
    private final Sse sse;
    private final Cancellation cancellation;
    private final String requestId;
    private int number;
    private @Nullable ExchangeId exchange;
    private Runnable atEnd = () -> {};
    private boolean ended;

    /** @param after the number of the last event that the reader has */
    AnswerStream(SseEventSink sink, Sse sse, Cancellation cancellation, String requestId, int after) {
        this.number = after;
        this.sink = sink;
        this.sse = sse;
        this.cancellation = cancellation;
        this.requestId = requestId;
    }

    /** Runs the action when the stream has ended, at once if it has. */
    void onEnd(Runnable action) {
        boolean now;
        synchronized (this) {
            now = ended;
            atEnd = action;
        }
        if (now) {
            action.run();
        }
    }

    /** Whether the reader has gone. */
    boolean isDeserted() {
        return cancellation.isCancelled();
    }

    @Override
    public void exchange(ExchangeId id) {
        exchange = id;
    }

    @Override
    public void started(ConversationId conversation, String model) {
        JsonObjectBuilder start = Json.createObjectBuilder()
                .add("conversation_id", conversation.toString())
                .add("model", model);
        if (exchange != null) {
            start.add("exchange_id", exchange.toString());
        }
        send("start", start.build().toString());
    }

    @Override
    public void toolCalled(String tool, String progress) {
        send(
                "tool",
                Json.createObjectBuilder()
                        .add("tool", tool)
                        .add("title", progress)
                        .build()
                        .toString());
    }

    @Override
    public void text(String piece) {
        send("delta", Json.createObjectBuilder().add("text", piece).build().toString());
    }

    /** Sends the last event and closes the stream. */
    void end(@Nullable Answer answer, @Nullable Throwable failure) {
        if (answer != null) {
            send("done", JsonbProvider.jsonb().toJson(ChatAnswerJson.of(answer)));
        } else if (failure != null && !hasLeft(failure)) {
            send("error", ProblemJson.write(problem(failure), requestId));
        }
        close();
    }

    /** Sends a comment, which readers ignore. */
    void beat() {
        send(sse.newEventBuilder().comment("").build());
    }

    private static boolean hasLeft(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof CancellationException;
    }

    private static Problem problem(Throwable failure) {
        return AnswerProblem.of(failure).orElseGet(() -> {
            LOG.log(System.Logger.Level.ERROR, "An answer failed for a reason that nobody foresaw", failure);
            return Problem.of(ProblemType.INTERNAL, "The server could not answer. The request id finds the log line.");
        });
    }

    private synchronized void send(String event, String json) {
        number++;
        send(sse.newEventBuilder()
                .id(Integer.toString(number))
                .name(event)
                .data(String.class, json)
                .build());
    }

    private synchronized void send(OutboundSseEvent event) {
        if (ended) {
            return;
        }
        if (sink.isClosed()) {
            cancellation.cancel();
            return;
        }
        try {
            sink.send(event).whenComplete((sent, failure) -> {
                if (failure != null) {
                    cancellation.cancel();
                }
            });
        } catch (IllegalStateException closedMeanwhile) {
            cancellation.cancel();
        }
    }

    private void close() {
        synchronized (this) {
            ended = true;
            sink.close();
        }
        atEnd.run();
    }
}
