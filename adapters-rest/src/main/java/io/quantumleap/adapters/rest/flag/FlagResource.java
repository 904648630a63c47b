package io.quantumleap.adapters.rest.flag;

import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.security.flag.FeatureFlags;
import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.flag.FlagState;
import io.quantumleap.security.flag.SwitchFlag;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;

/** The feature flags, for administrators. */
@Path("ops/flags")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class FlagResource {

    private final FeatureFlags flags;
    private final SwitchFlag switchFlag;

    /** Wires the resource. */
    @Inject
    public FlagResource(FeatureFlags flags, SwitchFlag switchFlag) {
        this.flags = flags;
        this.switchFlag = switchFlag;
    }

    /** All of them. */
    @GET
    public FlagsJson list() {
        return new FlagsJson(
                Stream.of(Flag.values())
                        .map(flag -> FlagJson.of(flag, flags.state(flag)))
                        .toList(),
                null);
    }

    /** One. */
    @GET
    @Path("{name}")
    public FlagJson view(@PathParam("name") String name) {
        Flag flag = flag(name);
        return FlagJson.of(flag, flags.state(flag));
    }

    /** Switches one. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public FlagJson set(@PathParam("name") String name, @Valid @NotNull FlagPositionJson wanted) {
        Flag flag = flag(name);
        FlagState state = new FlagState(wanted.on(), wanted.percentage());
        return FlagJson.of(flag, switchFlag.set(flag, state));
    }

    private static Flag flag(String name) {
        return Flag.of(name).orElseThrow(() -> new MissingObjectException("There is no such flag."));
    }
}
