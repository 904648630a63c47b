package io.quantumleap.adapters.rest.cost;

import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.provider.OwnProviderKeys;
import io.quantumleap.chat.provider.ProviderKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The providers of language models, and the keys that the caller brings for them. */
@Dependent
@Path("ai/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistant")
public class ProviderResource {

    private final OwnProviderKeys keys;
    private final CurrentCaller current;

    /** Stands on these. */
    @Inject
    public ProviderResource(OwnProviderKeys keys, CurrentCaller current) {
        this.keys = keys;
        this.current = current;
    }

    /** All that the installation knows. */
    @GET
    @Operation(summary = "Lists the providers of language models, without any key")
    public ProvidersJson list() {
        return new ProvidersJson(
                keys.list(current.caller().id()).stream().map(ProviderJson::of).toList(), null);
    }

    /** Brings a key. */
    @PUT
    @Path("{provider}/key")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stores the caller's own key for a provider; it is never shown again")
    @APIResponse(responseCode = "200", description = "The provider with the key in use")
    @APIResponse(responseCode = "404", description = "The installation has no such provider")
    public ProviderJson bring(@PathParam("provider") String provider, @NotNull @Valid ProviderKeyJson body) {
        return ProviderJson.of(keys.bring(current.caller().id(), provider, new ProviderKey(body.key())));
    }

    /** Forgets a key. */
    @DELETE
    @Path("{provider}/key")
    @Operation(summary = "Forgets the caller's own key for a provider")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such provider, or no key")
    public void forget(@PathParam("provider") String provider) {
        keys.forget(current.caller().id(), provider);
    }
}
