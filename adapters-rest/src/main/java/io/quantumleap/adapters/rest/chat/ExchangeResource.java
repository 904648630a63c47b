package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.conversation.ExchangeId;
import io.quantumleap.chat.conversation.HoldExchange;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A question with its answer under way: catching up with it, and stopping it. */
@Dependent
@Path("ai/chat/exchanges/{id}")
@Tag(name = "Assistant")
public class ExchangeResource {

    private final HoldExchange exchanges;
    private final ExchangeFollower follower;
    private final CurrentCaller current;
    private final Heartbeat heartbeat;

    /** Stands on these. */
    @Inject
    public ExchangeResource(
            HoldExchange exchanges, ExchangeFollower follower, CurrentCaller current, Heartbeat heartbeat) {
        this.exchanges = exchanges;
        this.follower = follower;
        this.current = current;
        this.heartbeat = heartbeat;
    }

    /** The events after the last one that the reader has, those to come included. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Sends the events of an answer after Last-Event-ID, until it is complete")
    @APIResponse(responseCode = "200", description = "The events, as the question's own stream sends them")
    @APIResponse(responseCode = "404", description = "The caller has no such exchange")
    public void events(
            @PathParam("id") String id,
            @HeaderParam(StreamHeaders.LAST_EVENT_ID) @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        int after = StreamHeaders.lastEvent(lastEventId);
        UserId caller = current.caller().id();
        ExchangeId exchange = exchange(id);
        exchanges.progress(caller, exchange, Integer.MAX_VALUE);
        StreamHeaders.set(response);
        AnswerStream stream = new AnswerStream(
                sink, sse, new Cancellation(), RequestId.of(request.getAttribute(RequestId.ATTRIBUTE)), after);
        heartbeat.accompany(stream);
        follower.follow(caller, exchange, after, stream);
    }

    /** Stops it; nothing is stored. */
    @DELETE
    @Operation(summary = "Stops an answer that is under way; one that is complete stays")
    @APIResponse(responseCode = "204", description = "It stops")
    @APIResponse(responseCode = "404", description = "The caller has no such exchange")
    public void stop(@PathParam("id") String id) {
        exchanges.stop(current.caller().id(), exchange(id));
    }

    private static ExchangeId exchange(String id) {
        try {
            return ExchangeId.parse(id);
        } catch (InvalidValueException nobodysId) {
            throw new MissingObjectException("There is no such exchange.");
        }
    }
}
