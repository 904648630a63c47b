package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.portfolio.ListTransactions;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.Undoing;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What was recorded in a portfolio of the caller. It shares its class path with the other portfolio resources, since
 * JAX-RS settles on a class before it looks at methods.
 */
@Dependent
@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class TransactionResource {

    private final CurrentCaller caller;
    private final ViewPortfolio viewPortfolio;
    private final ListTransactions listTransactions;
    private final RecordTransaction recordTransaction;
    private final ReverseTransaction reverseTransaction;

    /** Stands on these use cases. */
    @Inject
    public TransactionResource(
            CurrentCaller caller,
            ViewPortfolio viewPortfolio,
            ListTransactions listTransactions,
            RecordTransaction recordTransaction,
            ReverseTransaction reverseTransaction) {
        this.caller = caller;
        this.viewPortfolio = viewPortfolio;
        this.listTransactions = listTransactions;
        this.recordTransaction = recordTransaction;
        this.reverseTransaction = reverseTransaction;
    }

    private UserId user() {
        return caller.caller().id();
    }

    /** One page, newest first. */
    @GET
    @Path("/{id}/transactions")
    public TransactionPageJson list(@PathParam("id") String id, @BeanParam PageParams params) {
        PageRequest request = new PageRequest(params.limit(), params.cursor().orElse(null));
        return TransactionPageJson.of(listTransactions.page(user(), PortfolioPath.id(id), request));
    }

    /** Records one. One that is there already under its external id is answered as it is. */
    @POST
    @Path("/{id}/transactions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("id") String id, @NotNull @Valid NewTransactionJson wanted) {
        Recording outcome = recordTransaction.record(user(), PortfolioPath.id(id), wanted.fields());
        if (outcome instanceof Recording.Done done) {
            return Response.status(Response.Status.CREATED)
                    .entity(TransactionJson.of(done.transaction()))
                    .build();
        }
        if (outcome instanceof Recording.Known known) {
            return Response.ok(TransactionJson.of(known.transaction())).build();
        }
        throw Problem.of(ProblemType.INVALID_REQUEST, "The transaction breaks a rule; nothing was recorded.")
                .withErrors(((Recording.Refused) outcome)
                        .errors().stream()
                                .map(error -> FieldError.of(error.field(), error.code(), error.message()))
                                .toList())
                .asException();
    }

    /** Undoes one by a transaction that names it. */
    @POST
    @Path("/{id}/transactions/{tx}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reverse(
            @PathParam("id") String id, @PathParam("tx") String transaction, @NotNull @Valid ReversalJson wanted) {
        PortfolioId portfolio = viewPortfolio.view(user(), PortfolioPath.id(id)).id();
        Undoing outcome = reverseTransaction.reverse(
                user(), portfolio, PortfolioPath.transaction(transaction), new Reason(wanted.reason()));
        if (outcome instanceof Undoing.Done done) {
            return Response.status(Response.Status.CREATED)
                    .entity(TransactionJson.of(done.reversal()))
                    .build();
        }
        throw Problem.of(ProblemType.CONFLICT, ((Undoing.Refused) outcome).message())
                .asException();
    }
}
