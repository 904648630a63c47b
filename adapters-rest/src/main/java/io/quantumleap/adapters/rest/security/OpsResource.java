package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.access.AccessRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What administrators ask the running server. */
@Path("ops")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class OpsResource {

    private final AccessRules rules;

    /** Wires the resource. */
    @Inject
    public OpsResource(AccessRules rules) {
        this.rules = rules;
    }

    /** The access rules that are in force. */
    @GET
    @Path("access-matrix")
    public AccessMatrixJson accessMatrix() {
        return AccessMatrixJson.of(rules);
    }
}
