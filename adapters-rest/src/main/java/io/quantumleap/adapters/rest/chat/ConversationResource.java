package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.DeleteConversation;
import io.quantumleap.chat.conversation.ListConversations;
import io.quantumleap.chat.conversation.ViewConversation;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.PageRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's stored conversations with the assistant. */
@Dependent
@Path("ai/chat/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistant")
public class ConversationResource {

    private final ListConversations list;
    private final ViewConversation view;
    private final DeleteConversation delete;
    private final CurrentCaller current;

    /** Stands on these use cases. */
    @Inject
    public ConversationResource(
            ListConversations list, ViewConversation view, DeleteConversation delete, CurrentCaller current) {
        this.list = list;
        this.view = view;
        this.delete = delete;
        this.current = current;
    }

    /** One page, the latest updated first. */
    @GET
    @Operation(summary = "Lists the caller's conversations, the latest updated first")
    public ConversationPageJson list(@BeanParam PageParams params) {
        PageRequest request = new PageRequest(params.limit(), params.cursor().orElse(null));
        return ConversationPageJson.of(list.page(current.caller().id(), request));
    }

    /** One, with all its turns. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a conversation with all its turns")
    @APIResponse(responseCode = "200", description = "The conversation")
    @APIResponse(responseCode = "404", description = "The caller has no such conversation")
    public TranscriptJson view(@PathParam("id") String id) {
        return TranscriptJson.of(view.view(current.caller().id(), conversation(id)));
    }

    /** Deletes one. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a conversation for good")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "The caller has no such conversation")
    public void delete(@PathParam("id") String id) {
        delete.delete(current.caller().id(), conversation(id));
    }

    private static ConversationId conversation(String id) {
        try {
            return ConversationId.parse(id);
        } catch (InvalidValueException nobodysId) {
            throw new MissingObjectException("There is no such conversation.");
        }
    }
}
