package io.quantumleap.adapters.rest.configuration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The configuration that the server runs with. */
@Path("ops/configuration")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class ConfigurationResource {

    private final ShownConfiguration configuration;

    /** Wires the resource. */
    @Inject
    public ConfigurationResource(ShownConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Every setting, its secrets masked. */
    @GET
    public ConfigurationJson configuration() {
        return ConfigurationJson.of(configuration);
    }
}
