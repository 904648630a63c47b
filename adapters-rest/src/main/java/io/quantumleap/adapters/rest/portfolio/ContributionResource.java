package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.valuation.ViewContributions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which holdings made the gain or the loss of a period, in a portfolio of the caller. */
@Dependent
@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class ContributionResource {

    private final CurrentCaller caller;
    private final ViewContributions contributions;

    /** Stands on these. */
    @Inject
    public ContributionResource(CurrentCaller caller, ViewContributions contributions) {
        this.caller = caller;
        this.contributions = contributions;
    }

    /** The gain of each holding; {@code from} is the day whose closing values the period starts from. */
    @GET
    @Path("/{id}/contributions")
    @Operation(summary = "Says what each holding gained or lost in a period")
    @APIResponse(responseCode = "200", description = "The greatest loss first")
    @APIResponse(responseCode = "404", description = "The caller has no such portfolio")
    @APIResponse(responseCode = "422", description = "A price or an exchange rate is missing")
    public ContributionsJson contributions(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        LocalDate start = DateParams.date("from", from);
        LocalDate end = DateParams.date("to", to);
        DateParams.requireOrder(start, end);
        return ContributionsJson.of(UnmeasurableProblem.valueOf(contributions.view(
                caller.caller().id(), PortfolioPath.id(id), start == null ? null : start.plusDays(1), end)));
    }
}
