package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.RestApplication;
import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.portfolio.ClosePortfolio;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.RenamePortfolio;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.sample.LoadSamplePortfolio;
import io.quantumleap.core.sample.LoadSamplePortfolio.LoadedSample;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Currency;

/** The caller's portfolios. */
@Dependent
@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class PortfolioResource {

    private final CurrentCaller caller;
    private final OpenPortfolio openPortfolio;
    private final ListPortfolios listPortfolios;
    private final ViewPortfolio viewPortfolio;
    private final RenamePortfolio renamePortfolio;
    private final ClosePortfolio closePortfolio;
    private final LoadSamplePortfolio loadSamplePortfolio;

    /** Stands on these use cases. */
    @Inject
    public PortfolioResource(
            CurrentCaller caller,
            OpenPortfolio openPortfolio,
            ListPortfolios listPortfolios,
            ViewPortfolio viewPortfolio,
            RenamePortfolio renamePortfolio,
            ClosePortfolio closePortfolio,
            LoadSamplePortfolio loadSamplePortfolio) {
        this.caller = caller;
        this.openPortfolio = openPortfolio;
        this.listPortfolios = listPortfolios;
        this.viewPortfolio = viewPortfolio;
        this.renamePortfolio = renamePortfolio;
        this.closePortfolio = closePortfolio;
        this.loadSamplePortfolio = loadSamplePortfolio;
    }

    private UserId user() {
        return caller.caller().id();
    }

    /** One page, newest first. */
    @GET
    public PortfolioPageJson list(@BeanParam PageParams params) {
        PageRequest request = new PageRequest(params.limit(), params.cursor().orElse(null));
        return PortfolioPageJson.of(listPortfolios.page(user(), request));
    }

    /** Opens one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@NotNull @Valid NewPortfolioJson wanted) {
        Portfolio opened =
                openPortfolio.open(user(), new PortfolioName(wanted.name()), currency(wanted.baseCurrency()));
        return created(opened);
    }

    private static Currency currency(String code) {
        try {
            return Currencies.parse(code);
        } catch (InvalidValueException unknown) {
            throw Problem.of(ProblemType.INVALID_REQUEST, unknown.getMessage())
                    .withError("base_currency", "unknown-currency", unknown.getMessage())
                    .asException();
        }
    }

    private static Response created(Portfolio portfolio) {
        return Response.created(URI.create(RestApplication.ROOT + "/portfolio/" + portfolio.id()))
                .entity(PortfolioJson.of(portfolio))
                .build();
    }

    /** Gives the caller the synthetic sample; a second time the one that is there. */
    @POST
    @Path("/sample")
    public Response sample() {
        LoadedSample sample = loadSamplePortfolio.load(user());
        return sample.fresh()
                ? created(sample.portfolio())
                : Response.ok(PortfolioJson.of(sample.portfolio())).build();
    }

    /** One. */
    @GET
    @Path("/{id}")
    public PortfolioJson view(@PathParam("id") String id) {
        return PortfolioJson.of(viewPortfolio.view(user(), PortfolioPath.id(id)));
    }

    /** Renames one. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PortfolioJson rename(@PathParam("id") String id, @NotNull @Valid PortfolioNameJson wanted) {
        PortfolioId portfolio = PortfolioPath.id(id);
        return PortfolioJson.of(renamePortfolio.rename(user(), portfolio, new PortfolioName(wanted.name())));
    }

    /** Removes one with all that is in it. */
    @DELETE
    @Path("/{id}")
    public void close(@PathParam("id") String id) {
        closePortfolio.close(user(), PortfolioPath.id(id));
    }
}
