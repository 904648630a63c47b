package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.csv.CsvColumns;
import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.csv.FileProblems;
import io.quantumleap.adapters.rest.csv.SpooledUpload;
import io.quantumleap.adapters.rest.portfolio.DateParams;
import io.quantumleap.adapters.rest.portfolio.ImportStream;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.problem.ThrownProblems;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceImport;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.ReadingProgress;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.market.action.Adjustment;
import io.quantumleap.core.market.action.ViewAdjustedPrices;
import io.quantumleap.core.shared.FieldReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Prices: one set for the whole installation. */
@Dependent
@Path("/market")
@Produces(MediaType.APPLICATION_JSON)
public class MarketResource {

    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("date", "symbol", "close"), List.of("open", "high", "low", "volume", "currency"));

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final int FEWEST_POINTS = 2;
    private static final int MOST_POINTS = 5000;
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final ImportPrices importPrices;
    private final ViewPrices viewPrices;
    private final ViewAdjustedPrices adjusted;

    /** Stands on these use cases. */
    @Inject
    public MarketResource(ImportPrices importPrices, ViewPrices viewPrices, ViewAdjustedPrices adjusted) {
        this.importPrices = importPrices;
        this.viewPrices = viewPrices;
        this.adjusted = adjusted;
    }

    /** Takes in a file of prices, all or nothing. */
    @POST
    @Path("/prices/import")
    @Consumes("text/csv")
    @Produces("application/json;qs=1.0")
    public PriceImportJson importFile(InputStream body, @Context HttpHeaders headers) {
        FileProblems.requireUtf8(headers.getMediaType());
        try (SpooledUpload upload = SpooledUpload.of(body);
                InputStream bytes = upload.open()) {
            return imported(bytes, ReadingProgress.UNHEARD);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same, and tells meanwhile how many rows were read. */
    @POST
    @Path("/prices/import")
    @Consumes("text/csv")
    @Produces("text/event-stream;qs=0.5")
    @Operation(hidden = true)
    public Response importFileWithProgress(
            InputStream body,
            @Context HttpHeaders headers,
            @Context Providers providers,
            @Context HttpServletRequest request) {
        FileProblems.requireUtf8(headers.getMediaType());
        StreamingOutput events = new ImportStream(
                SpooledUpload.of(body),
                (file, rowsRead) -> imported(file, rowsRead::accept),
                new ThrownProblems(providers),
                RequestId.of(request.getAttribute(RequestId.ATTRIBUTE)));
        return Response.ok(events, MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }

    private PriceImportJson imported(InputStream bytes, ReadingProgress progress) {
        PriceImport outcome = importPrices.importRows(
                CsvFile.open(bytes, COLUMNS).<PriceRow>rows(MarketResource::row, PriceRow.Unreadable::new), progress);
        if (outcome instanceof PriceImport.Done done) {
            return PriceImportJson.of(done);
        }
        throw FileProblems.refused(((PriceImport.Refused) outcome).errors());
    }

    private static PriceRow row(CsvCells cells) {
        return new PriceRow.Cells(
                cells.line(),
                new PriceFields(
                        cells.get("date"),
                        cells.get("symbol"),
                        cells.get("close"),
                        cells.get("open"),
                        cells.get("high"),
                        cells.get("low"),
                        cells.get("volume"),
                        cells.get("currency")));
    }

    /** The closes of an instrument. */
    @GET
    @Path("/prices/{symbol}")
    public Response prices(
            @PathParam("symbol") String symbol,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("points") @Nullable String points,
            @QueryParam("adjustment") @Nullable String adjustment,
            @QueryParam("bars") @Nullable String bars) {
        return prices(SymbolPath.symbol(symbol), from, to, points, adjustment, bars);
    }

    /** The closes of an exchange rate such as {@code GBP/EUR}. */
    @GET
    @Path("/prices/{base}/{quote}")
    public Response rates(
            @PathParam("base") String base,
            @PathParam("quote") String quote,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("points") @Nullable String points,
            @QueryParam("adjustment") @Nullable String adjustment,
            @QueryParam("bars") @Nullable String bars) {
        return prices(SymbolPath.rate(base, quote), from, to, points, adjustment, bars);
    }

    private Response prices(
            Symbol symbol,
            @Nullable String from,
            @Nullable String to,
            @Nullable String points,
            @Nullable String adjustment,
            @Nullable String bars) {
        LocalDate first = DateParams.date("from", from);
        LocalDate last = DateParams.date("to", to);
        DateParams.requireOrder(first, last);
        LocalDate begin = Objects.requireNonNullElse(first, FieldReader.EARLIEST);
        LocalDate end = Objects.requireNonNullElse(last, LATEST);
        int most = points(points);
        Adjustment wanted = MarketParams.value("adjustment", adjustment, "unknown-adjustment", Adjustment::parse)
                .orElse(Adjustment.NONE);
        if (wantsBars(bars)) {
            requireOnlyBars(most, wanted);
            return Response.ok(bars(symbol, begin, end)).build();
        }
        if (wanted == Adjustment.NONE) {
            return Response.ok(PricesJson.of(viewPrices.between(symbol, begin, end), most))
                    .build();
        }
        return Response.ok(AdjustedPricesJson.of(adjusted.between(symbol, begin, end, wanted), wanted, most))
                .build();
    }

    private BarsJson bars(Symbol symbol, LocalDate begin, LocalDate end) {
        List<BarJson> items =
                viewPrices.bars(symbol, begin, end).stream().map(BarJson::of).toList();
        return new BarsJson(symbol.value(), viewPrices.currency(symbol).getCurrencyCode(), items.size(), items);
    }

    private static boolean wantsBars(@Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw MarketParams.invalid("bars", "not-a-truth", "The bars must be true or false.");
    }

    private static void requireOnlyBars(int points, Adjustment adjustment) {
        if (points > 0) {
            throw MarketParams.invalid("points", "not-applicable", "Bars are not reduced; leave out points.");
        }
        if (adjustment != Adjustment.NONE) {
            throw MarketParams.invalid("adjustment", "not-applicable", "Bars are as traded; leave out adjustment.");
        }
    }

    /** How many points are wanted, 0 for all. */
    private static int points(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        int points = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (points < FEWEST_POINTS || points > MOST_POINTS) {
            String message = "The points must be a number from 2 to 5000.";
            throw Problem.of(ProblemType.INVALID_REQUEST, message)
                    .withError("points", "out-of-range", message)
                    .asException();
        }
        return points;
    }
}
