package io.quantumleap.adapters.rest.cost;

import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.chat.cost.Payer;
import io.quantumleap.chat.cost.SetBudget;
import io.quantumleap.chat.cost.ViewCosts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller's questions cost. */
@Dependent
@Path("ai/cost-tracking")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assistant")
public class CostTrackingResource {

    private final ViewCosts view;
    private final SetBudget budget;
    private final CurrentCaller current;

    /** Stands on these use cases. */
    @Inject
    public CostTrackingResource(ViewCosts view, SetBudget budget, CurrentCaller current) {
        this.view = view;
        this.budget = budget;
        this.current = current;
    }

    /** The month so far. */
    @GET
    @Operation(summary = "Shows what the month's calls to language models have cost the caller")
    public CostTrackingJson view() {
        return CostTrackingJson.of(
                view.month(caller()), view.month(Payer.EVERYBODY).status(), false);
    }

    /** The budget in force. */
    @GET
    @Path("budget")
    @Operation(summary = "Shows the monthly budget of the caller")
    public BudgetSettingsJson budget() {
        return BudgetSettingsJson.of(budget.current(caller()));
    }

    /** Sets the budget, and answers with what is stored. */
    @POST
    @Path("budget")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the monthly budget of the caller")
    @APIResponse(responseCode = "200", description = "The budget as it is stored")
    @APIResponse(responseCode = "400", description = "The amount or the thresholds are not valid")
    public BudgetSettingsJson set(@NotNull @Valid BudgetJson wanted) {
        return BudgetSettingsJson.of(Optional.of(budget.set(caller(), wanted.budget())));
    }

    /** Removes the budget. */
    @DELETE
    @Path("budget")
    @Operation(summary = "Removes the monthly budget of the caller")
    @APIResponse(responseCode = "204", description = "It is gone; nothing warns and nothing stops")
    @APIResponse(responseCode = "404", description = "There is none")
    public void remove() {
        budget.remove(caller());
    }

    private Payer caller() {
        return Payer.user(current.caller().id());
    }
}
