package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.problem.ProblemResponses;
import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.conversation.Answer;
import io.quantumleap.chat.conversation.AnswerListener;
import io.quantumleap.chat.conversation.AskAssistant;
import io.quantumleap.chat.conversation.ConversationId;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
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

    private final AskAssistant assistant;
    private final ViewPortfolio viewPortfolio;
    private final CurrentCaller current;
    private final Heartbeat heartbeat;

    /** Stands on these. */
    @Inject
    public ChatResource(
            AskAssistant assistant, ViewPortfolio viewPortfolio, CurrentCaller current, Heartbeat heartbeat) {
        this.assistant = assistant;
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
    public CompletionStage<Response> ask(@NotNull @Valid ChatQuestionJson body) {
        return assistant
                .ask(question(body), AnswerListener.NONE, new Cancellation())
                .handle(ChatResource::response);
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
            @NotNull @Valid ChatQuestionJson body,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Question question = question(body);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        String requestId = RequestId.of(request.getAttribute(RequestId.ATTRIBUTE));
        Cancellation cancellation = new Cancellation();
        AnswerStream stream = new AnswerStream(sink, sse, cancellation, requestId);
        CompletionStage<Answer> answer = assistant.ask(question, stream, cancellation);
        heartbeat.accompany(stream);
        answer.whenComplete(stream::end);
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
