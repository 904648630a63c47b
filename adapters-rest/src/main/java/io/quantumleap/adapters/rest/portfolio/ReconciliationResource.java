package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.ReconcileLedger;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether balances and postings are what the transactions add up to; for operators. */
@Dependent
@Path("/ops/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {

    private final ReconcileLedger reconcileLedger;

    /** Stands on this use case. */
    @Inject
    public ReconciliationResource(ReconcileLedger reconcileLedger) {
        this.reconcileLedger = reconcileLedger;
    }

    /** Compares and changes nothing. */
    @GET
    public ReconciliationJson reconcile() {
        return ReconciliationJson.of(reconcileLedger.reconcile());
    }

    /** Works all balances out anew and posts what has no postings. */
    @POST
    public ReconciliationJson rebuild() {
        return ReconciliationJson.of(reconcileLedger.rebuild());
    }
}
