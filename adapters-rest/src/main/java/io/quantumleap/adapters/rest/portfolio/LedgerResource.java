package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.ViewTransaction;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.core.valuation.ViewGains;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the ledger of a portfolio of the caller says about single transactions and about gains. */
@Dependent
@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private final CurrentCaller caller;
    private final ViewTransaction viewTransaction;
    private final ViewGains viewGains;

    /** Stands on these use cases. */
    @Inject
    public LedgerResource(CurrentCaller caller, ViewTransaction viewTransaction, ViewGains viewGains) {
        this.caller = caller;
        this.viewTransaction = viewTransaction;
        this.viewGains = viewGains;
    }

    private UserId user() {
        return caller.caller().id();
    }

    /** One transaction. */
    @GET
    @Path("/{id}/transactions/{tx}")
    public TransactionJson transaction(@PathParam("id") String id, @PathParam("tx") String transaction) {
        PortfolioId portfolio = PortfolioPath.id(id);
        return TransactionJson.of(viewTransaction.view(user(), portfolio, PortfolioPath.transaction(transaction)));
    }

    /** The double entry of one transaction. */
    @GET
    @Path("/{id}/transactions/{tx}/postings")
    public PostingsJson postings(@PathParam("id") String id, @PathParam("tx") String transaction) {
        PortfolioId portfolio = PortfolioPath.id(id);
        return PostingsJson.of(viewTransaction.postings(user(), portfolio, PortfolioPath.transaction(transaction)));
    }

    /** One page of realised gains, lot by lot, newest first, with the totals of all. */
    @GET
    @Path("/{id}/gains")
    public GainsJson gains(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam PageParams params) {
        PageRequest request = params.request();
        LocalDate first = DateParams.date("from", from);
        LocalDate last = DateParams.date("to", to);
        DateParams.requireOrder(first, last);
        return GainsJson.of(
                UnmeasurableProblem.valueOf(viewGains.page(user(), PortfolioPath.id(id), first, last, request)));
    }
}
