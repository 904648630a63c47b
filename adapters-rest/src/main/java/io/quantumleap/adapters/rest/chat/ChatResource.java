package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.conversation.Answer;
import io.quantumleap.chat.conversation.AnswerListener;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.HoldExchange;
import io.quantumleap.chat.conversation.HoldExchange.Held;
import io.quantumleap.chat.conversation.IdempotencyKey;
import io.quantumleap.chat.conversation.Question;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.shared.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Asks the assistant. */
@Dependent
@Path("ai/chat")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Assistant")
public class ChatResource {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final HoldExchange exchanges;
    private final ExchangeFollower follower;
    private final ViewPortfolio viewPortfolio;
    private final CurrentCaller current;
    private final Heartbeat heartbeat;

    /** Stands on these. */
    @Inject
    public ChatResource(
            HoldExchange exchanges,
            ExchangeFollower follower,
            ViewPortfolio viewPortfolio,
            CurrentCaller current,
            Heartbeat heartbeat) {
        this.exchanges = exchanges;
        this.follower = follower;
        this.viewPortfolio = viewPortfolio;
        this.current = current;
        this.heartbeat = heartbeat;
    }

    /** The answer as one document. */
    @POST
    @Produces("application/json;qs=1.0")
    @Operation(summary = "Asks the assistant; with Accept: text/event-stream the answer comes piece by piece")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ChatAnswerJson.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS)
            })
    @APIResponse(responseCode = "404", description = "The caller has no such conversation or portfolio")
    @APIResponse(responseCode = "503", description = "The model provider cannot be reached; nothing was stored")
    @APIResponse(
            responseCode = "409",
            description = "Another question of the conversation is being answered (with Retry-After), or the"
                    + " Idempotency-Key was used for another question")
    public CompletionStage<Response> ask(
            @HeaderParam(StreamHeaders.IDEMPOTENCY_KEY) @Nullable String key, @NotNull @Valid ChatQuestionJson body) {
        Question question = question(body);
        Held held =
                exchanges.hold(question, StreamHeaders.key(key).orElse(null), AnswerListener.NONE, new Cancellation());
        return answer(question, held).handle(ChatResource::response);
    }

    private CompletionStage<Answer> answer(Question question, Held held) {
        if (held instanceof Held.Begun begun) {
            return begun.answer();
        }
        if (held instanceof Held.Repeated repeated) {
            return follower.answer(question.caller(), repeated.exchange());
        }
        throw refused(held).asException();
    }

    private static Problem refused(Held held) {
        return held instanceof Held.Busy
                ? Problem.of(
                                ProblemType.CONFLICT,
                                "Another question of this conversation is being answered; ask again when that is done.")
                        .withRetryAfter(SOON)
                : Problem.of(ProblemType.CONFLICT, "This Idempotency-Key was used for another question.");
    }

    private static Response response(@Nullable Answer answer, @Nullable Throwable failure) {
        if (answer != null) {
            return Response.ok(ChatAnswerJson.of(answer)).build();
        }
        Throwable cause = failure == null ? new IllegalStateException("neither an answer nor a failure") : failure;
        return AnswerProblem.of(cause).map(ProblemResponses::of).orElseThrow(() -> new CompletionException(cause));
    }

    /** The answer as it grows. What can be refused at once is refused with its status, before the first event. */
    @POST
    @Produces("text/event-stream;qs=0.5")
    @Operation(hidden = true)
    public void stream(
            @HeaderParam(StreamHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(StreamHeaders.LAST_EVENT_ID) @Nullable String lastEventId,
            @NotNull @Valid ChatQuestionJson body,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Question question = question(body);
        int after = StreamHeaders.lastEvent(lastEventId);
        Optional<IdempotencyKey> name = StreamHeaders.key(key);
        StreamHeaders.set(response);
        String requestId = RequestId.of(request.getAttribute(RequestId.ATTRIBUTE));
        Cancellation cancellation = new Cancellation();
        AnswerStream stream = new AnswerStream(sink, sse, cancellation, requestId, after);
        Held held = exchanges.hold(question, name.orElse(null), stream, cancellation);
        if (held instanceof Held.Begun begun) {
            heartbeat.accompany(stream);
            begun.answer().whenComplete(stream::end);
        } else if (held instanceof Held.Repeated repeated) {
            heartbeat.accompany(stream);
            follower.follow(question.caller(), repeated.exchange(), after, stream);
        } else {
            throw refused(held).asException();
        }
    }

    private Question question(ChatQuestionJson body) {
        UserId caller = current.caller().id();
        PortfolioId portfolio = body.portfolioId() == null ? null : PortfolioId.parse(body.portfolioId());
        if (portfolio != null) {
            viewPortfolio.view(caller, portfolio);
        }
        ConversationId conversation =
                body.conversationId() == null ? null : ConversationId.parse(body.conversationId());
        return new Question(caller, body.message(), conversation, portfolio);
    }
}
