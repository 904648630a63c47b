package io.quantumleap.adapters.rest.chat;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.DeleteConversation;
import io.quantumleap.chat.conversation.ListConversations;
import io.quantumleap.chat.conversation.RenameConversation;
import io.quantumleap.chat.conversation.ViewConversation;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.PageRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
    private final RenameConversation rename;
    private final DeleteConversation delete;
    private final CurrentCaller current;

    /** Stands on these use cases. */
    @Inject
    public ConversationResource(
            ListConversations list,
            ViewConversation view,
            RenameConversation rename,
            DeleteConversation delete,
            CurrentCaller current) {
        this.list = list;
        this.view = view;
        this.rename = rename;
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

    /** One as a file to keep. */
    @GET
    @Path("{id}/export")
    @Produces({MediaType.APPLICATION_JSON, MarkdownTranscript.MEDIA_TYPE})
    @Operation(summary = "Gives a conversation as a file: format is json or markdown")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "400", description = "There is no such format")
    @APIResponse(responseCode = "404", description = "The caller has no such conversation")
    public Response export(@PathParam("id") String id, @QueryParam("format") @DefaultValue("json") String format) {
        boolean markdown = format.equals("markdown");
        if (!markdown && !format.equals("json")) {
            String sentence = "The formats are json and markdown.";
            throw Problem.of(ProblemType.INVALID_REQUEST, sentence)
                    .withError("format", "invalid", sentence)
                    .asException();
        }
        ViewConversation.Transcript transcript = view.view(current.caller().id(), conversation(id));
        return Response.ok(
                        markdown ? MarkdownTranscript.of(transcript) : TranscriptJson.of(transcript),
                        markdown ? MarkdownTranscript.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"conversation-"
                                + transcript.conversation().id() + (markdown ? ".md" : ".json") + "\"")
                .build();
    }

    /** Renames one. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a conversation another title")
    @APIResponse(responseCode = "200", description = "The conversation with its new title")
    @APIResponse(responseCode = "404", description = "The caller has no such conversation")
    public ConversationJson rename(@PathParam("id") String id, @NotNull @Valid ConversationTitleJson body) {
        return ConversationJson.of(rename.rename(current.caller().id(), conversation(id), body.title()));
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
