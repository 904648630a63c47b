package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.ValuePortfolio;
import io.quantumleap.core.valuation.ViewHoldings;
import io.quantumleap.core.valuation.ViewLots;
import io.quantumleap.core.valuation.ViewSummary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio of the caller is worth. It shares its class path with the other portfolio resources, since JAX-RS
 * settles on a class before it looks at methods.
 */
@Dependent
@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class ValuationResource {

    private final CurrentCaller caller;
    private final ViewHoldings viewHoldings;
    private final ViewLots viewLots;
    private final ViewSummary viewSummary;
    private final ValuePortfolio valuePortfolio;

    /** Stands on these use cases. */
    @Inject
    public ValuationResource(
            CurrentCaller caller,
            ViewHoldings viewHoldings,
            ViewLots viewLots,
            ViewSummary viewSummary,
            ValuePortfolio valuePortfolio) {
        this.caller = caller;
        this.viewHoldings = viewHoldings;
        this.viewLots = viewLots;
        this.viewSummary = viewSummary;
        this.valuePortfolio = valuePortfolio;
    }

    private UserId user() {
        return caller.caller().id();
    }

    /** Holdings and cash on a day. */
    @GET
    @Path("/{id}/holdings")
    public HoldingsJson holdings(@PathParam("id") String id, @QueryParam("as_of") @Nullable String asOf) {
        LocalDate day = DateParams.date("as_of", asOf);
        return HoldingsJson.of(UnmeasurableProblem.valueOf(viewHoldings.view(user(), PortfolioPath.id(id), day)));
    }

    /** Open lots on a day. */
    @GET
    @Path("/{id}/lots")
    public LotsJson lots(@PathParam("id") String id, @QueryParam("as_of") @Nullable String asOf) {
        LocalDate day = DateParams.date("as_of", asOf);
        return LotsJson.of(UnmeasurableProblem.valueOf(viewLots.view(user(), PortfolioPath.id(id), day)));
    }

    /** Totals on a day. */
    @GET
    @Path("/{id}/summary")
    public SummaryJson summary(@PathParam("id") String id, @QueryParam("as_of") @Nullable String asOf) {
        LocalDate day = DateParams.date("as_of", asOf);
        return SummaryJson.of(UnmeasurableProblem.valueOf(viewSummary.view(user(), PortfolioPath.id(id), day)));
    }

    /** Daily values and external flows. */
    @GET
    @Path("/{id}/valuations")
    public ValuationsJson valuations(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        LocalDate first = DateParams.date("from", from);
        LocalDate last = DateParams.date("to", to);
        DateParams.requireOrder(first, last);
        return ValuationsJson.of(
                UnmeasurableProblem.valueOf(valuePortfolio.daily(user(), PortfolioPath.id(id), first, last)));
    }
}
