package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.RestApplication;
import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ClosePortfolio;
import io.quantumleap.core.portfolio.ListPortfolios;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.PortfolioName;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's portfolios. */
@Dependent
@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class PortfolioResource {

    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final CurrentCaller caller;
    private final OpenPortfolio openPortfolio;
    private final ListPortfolios listPortfolios;
    private final ViewPortfolio viewPortfolio;
    private final ChangePortfolio changePortfolio;
    private final ClosePortfolio closePortfolio;
    private final LoadSamplePortfolio loadSamplePortfolio;

    /** Stands on these use cases. */
    @Inject
    public PortfolioResource(
            CurrentCaller caller,
            OpenPortfolio openPortfolio,
            ListPortfolios listPortfolios,
            ViewPortfolio viewPortfolio,
            ChangePortfolio changePortfolio,
            ClosePortfolio closePortfolio,
            LoadSamplePortfolio loadSamplePortfolio) {
        this.caller = caller;
        this.openPortfolio = openPortfolio;
        this.listPortfolios = listPortfolios;
        this.viewPortfolio = viewPortfolio;
        this.changePortfolio = changePortfolio;
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

    /** One. Its entity tag names its version. */
    @GET
    @Path("/{id}")
    public Response view(@PathParam("id") String id) {
        return tagged(viewPortfolio.view(user(), PortfolioPath.id(id)));
    }

    private static Response tagged(Portfolio portfolio) {
        return Response.ok(PortfolioJson.of(portfolio))
                .tag(Long.toString(portfolio.version()))
                .build();
    }

    /** Changes the name or the policy of one. With If-Match only if the version is still the one that it names. */
    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PortfolioChangeJson wanted) {
        PortfolioId portfolio = PortfolioPath.id(id);
        return tagged(changePortfolio.change(user(), portfolio, wanted.change(), version(ifMatch)));
    }

    private static OptionalLong version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The If-Match is not an entity tag that a portfolio had.")
                    .withError("If-Match", "invalid", "The If-Match is one entity tag such as \"3\".")
                    .asException();
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }

    /** Removes one with all that is in it. */
    @DELETE
    @Path("/{id}")
    public void close(@PathParam("id") String id) {
        closePortfolio.close(user(), PortfolioPath.id(id));
    }
}
