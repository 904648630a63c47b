package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.RestApplication;
import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.csv.CsvColumns;
import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.csv.FileProblems;
import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.reference.DescribeInstruments;
import io.quantumleap.core.market.reference.DescribedInstrument;
import io.quantumleap.core.market.reference.Figi;
import io.quantumleap.core.market.reference.InstrumentChange;
import io.quantumleap.core.market.reference.InstrumentFields;
import io.quantumleap.core.market.reference.InstrumentFilter;
import io.quantumleap.core.market.reference.InstrumentImport;
import io.quantumleap.core.market.reference.InstrumentKind;
import io.quantumleap.core.market.reference.InstrumentRow;
import io.quantumleap.core.market.reference.Isin;
import io.quantumleap.core.market.reference.ViewInstruments;
import io.quantumleap.core.shared.PageRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What instruments are: one set for the whole installation. */
@Dependent
@Path("/market")
@Produces(MediaType.APPLICATION_JSON)
public class InstrumentResource {

    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("symbol"), List.of("currency", "name", "kind", "isin", "figi", "exchange"));

    private static final int LONGEST_SEARCH = 100;

    private final ViewInstruments viewInstruments;
    private final DescribeInstruments describeInstruments;

    /** Stands on these use cases. */
    @Inject
    public InstrumentResource(ViewInstruments viewInstruments, DescribeInstruments describeInstruments) {
        this.viewInstruments = viewInstruments;
        this.describeInstruments = describeInstruments;
    }

    /** One page of those that match, in symbol order. */
    @GET
    @Path("/instruments")
    public InstrumentPageJson list(
            @BeanParam PageParams params,
            @QueryParam("isin") @Nullable String isin,
            @QueryParam("figi") @Nullable String figi,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String text) {
        InstrumentFilter filter = new InstrumentFilter(
                MarketParams.value("isin", isin, "invalid-isin", Isin::new).orElse(null),
                MarketParams.value("figi", figi, "invalid-figi", Figi::new).orElse(null),
                MarketParams.value("kind", kind, "unknown-kind", InstrumentKind::parse)
                        .orElse(null),
                text(text).orElse(null));
        return InstrumentPageJson.of(viewInstruments.page(
                filter, new PageRequest(params.limit(), params.cursor().orElse(null))));
    }

    private static Optional<String> text(@Nullable String text) {
        if (text != null && text.length() > LONGEST_SEARCH) {
            throw MarketParams.invalid("q", "too-long", "The q has at most " + LONGEST_SEARCH + " characters.");
        }
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }

    /** One. */
    @GET
    @Path("/instruments/{symbol}")
    public InstrumentJson view(@PathParam("symbol") String symbol) {
        return InstrumentJson.of(viewInstruments.view(SymbolPath.symbol(symbol)));
    }

    /** An exchange rate such as {@code GBP/EUR}. */
    @GET
    @Path("/instruments/{base}/{quote}")
    public InstrumentJson viewRate(@PathParam("base") String base, @PathParam("quote") String quote) {
        return InstrumentJson.of(viewInstruments.view(SymbolPath.rate(base, quote)));
    }

    /** Adds one. */
    @POST
    @Path("/instruments")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@NotNull @Valid NewInstrumentJson wanted) {
        DescribedInstrument added = done(describeInstruments.add(wanted.fields()));
        return Response.created(URI.create(RestApplication.ROOT + "/market/instruments/"
                        + added.reference().symbol().value().replace("^", "%5E")))
                .entity(InstrumentJson.of(added))
                .build();
    }

    /** Changes one. */
    @PATCH
    @Path("/instruments/{symbol}")
    @Consumes(MediaType.APPLICATION_JSON)
    public InstrumentJson change(@PathParam("symbol") String symbol, @NotNull @Valid InstrumentChangeJson wanted) {
        return change(SymbolPath.symbol(symbol), wanted);
    }

    /** Changes an exchange rate. */
    @PATCH
    @Path("/instruments/{base}/{quote}")
    @Consumes(MediaType.APPLICATION_JSON)
    public InstrumentJson changeRate(
            @PathParam("base") String base,
            @PathParam("quote") String quote,
            @NotNull @Valid InstrumentChangeJson wanted) {
        return change(SymbolPath.rate(base, quote), wanted);
    }

    private InstrumentJson change(Symbol symbol, InstrumentChangeJson wanted) {
        return InstrumentJson.of(done(describeInstruments.change(symbol, wanted.fields(symbol), wanted.seen())));
    }

    private static DescribedInstrument done(InstrumentChange outcome) {
        if (outcome instanceof InstrumentChange.Done done) {
            return done.instrument();
        }
        if (outcome instanceof InstrumentChange.Conflicting conflicting) {
            throw Problem.of(ProblemType.CONFLICT, conflicting.error().message())
                    .withError(
                            conflicting.error().field(),
                            conflicting.error().code(),
                            conflicting.error().message())
                    .asException();
        }
        throw Problem.of(ProblemType.INVALID_REQUEST, "The instrument breaks a rule; nothing was changed.")
                .withErrors(((InstrumentChange.Refused) outcome)
                        .errors().stream()
                                .map(error -> FieldError.of(error.field(), error.code(), error.message()))
                                .toList())
                .asException();
    }

    /** Takes in a file of them, all or nothing. */
    @POST
    @Path("/instruments/import")
    @Consumes("text/csv")
    public InstrumentImportJson importFile(InputStream body, @Context HttpHeaders headers) {
        FileProblems.requireUtf8(headers.getMediaType());
        InstrumentImport outcome = describeInstruments.importRows(CsvFile.open(body, COLUMNS)
                .<InstrumentRow>rows(InstrumentResource::row, InstrumentRow.Unreadable::new));
        if (outcome instanceof InstrumentImport.Done done) {
            return new InstrumentImportJson(done.rows(), done.added(), done.changed(), done.unchanged());
        }
        throw FileProblems.refused(((InstrumentImport.Refused) outcome).errors());
    }

    /** A column that the file does not have, and an empty cell, leave what is known as it is. */
    private static InstrumentRow row(CsvCells cells) {
        return new InstrumentRow.Cells(
                cells.line(),
                new InstrumentFields(
                        cells.get("symbol"),
                        given(cells, "currency"),
                        given(cells, "name"),
                        given(cells, "kind"),
                        given(cells, "isin"),
                        given(cells, "figi"),
                        given(cells, "exchange")));
    }

    private static @Nullable String given(CsvCells cells, String column) {
        String text = cells.get(column);
        return text.isBlank() ? null : text;
    }
}
