package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.provider.RefreshPrices;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;

/** Asking the configured provider for prices. */
@Dependent
@Path("/market")
@Produces(MediaType.APPLICATION_JSON)
public class RefreshResource {

    /** Well below the deadline of a request, so that the last symbol can still be asked for and kept. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final RefreshPrices refreshPrices;

    /** Stands on this use case. */
    @Inject
    public RefreshResource(RefreshPrices refreshPrices) {
        this.refreshPrices = refreshPrices;
    }

    /** Refreshes some instruments; each has an outcome of its own. */
    @POST
    @Path("/prices/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    public RefreshesJson refresh(@NotNull @Valid RefreshJson wanted) {
        if (!refreshPrices.hasProvider()) {
            throw Problem.of(ProblemType.CONFLICT, "No provider of market data is configured on this server.")
                    .asException();
        }
        List<Symbol> symbols = wanted.symbols().stream()
                .map(text -> MarketParams.required("symbols", text, "invalid-symbol", Symbol::new))
                .toList();
        return new RefreshesJson(
                refreshPrices.provider(),
                refreshPrices.refresh(symbols, PATIENCE).stream()
                        .map(SymbolRefreshJson::of)
                        .toList());
    }
}
