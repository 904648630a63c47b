package io.quantumleap.adapters.rest.marketing;

import io.quantumleap.security.richtext.port.HtmlSanitizer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the author of a message what clients would be shown of it. Nothing is stored. */
@Path("marketing/messages/preview")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Marketing")
@Dependent
public class MessagePreviewResource {

    private final HtmlSanitizer sanitizer;

    /** Wires the resource. */
    @Inject
    public MessagePreviewResource(HtmlSanitizer sanitizer) {
        this.sanitizer = sanitizer;
    }

    /** The draft without whatever could act in a reader's browser. */
    @POST
    @Operation(summary = "Shows what clients would be shown of a message")
    public MessagePreviewJson preview(@Valid @NotNull MessageDraftJson draft) {
        return MessagePreviewJson.of(sanitizer.sanitize(draft.html()));
    }
}
