package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.portfolio.DateParams;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.fx.FindExchangeRate;
import io.quantumleap.core.shared.Currencies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Exchange rates: what they are, from when, and by which path. */
@Dependent
@Path("/market")
@Produces(MediaType.APPLICATION_JSON)
public class FxResource {

    private final FindExchangeRate findExchangeRate;

    /** Stands on this use case. */
    @Inject
    public FxResource(FindExchangeRate findExchangeRate) {
        this.findExchangeRate = findExchangeRate;
    }

    /** The rate that holds on a day, today's by default. */
    @GET
    @Path("/fx")
    public RateJson rate(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("date") @Nullable String date) {
        Currency base = MarketParams.required("from", from, "unknown-currency", Currencies::parse);
        Currency quote = MarketParams.required("to", to, "unknown-currency", Currencies::parse);
        return findExchangeRate
                .find(base, quote, DateParams.date("date", date))
                .map(RateJson::of)
                .orElseThrow(() -> Problem.of(
                                ProblemType.UNMEASURABLE,
                                "There is no exchange rate between " + base + " and " + quote
                                        + " on or before that day, directly or through EUR or USD.")
                        .withError(
                                Symbol.rate(base, quote).value(),
                                "missing-exchange-rate",
                                "Import prices for the symbol " + Symbol.rate(base, quote) + ".")
                        .asException());
    }
}
