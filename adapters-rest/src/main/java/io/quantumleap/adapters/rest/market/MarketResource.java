package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.csv.CsvColumns;
import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.csv.FileProblems;
import io.quantumleap.adapters.rest.csv.SpooledUpload;
import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.portfolio.DateParams;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.ListInstruments;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceImport;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.ViewPrices;
import io.quantumleap.core.shared.FieldReader;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.PageRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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
    private final ListInstruments listInstruments;
    private final ViewPrices viewPrices;

    /** Stands on these use cases. */
    @Inject
    public MarketResource(ImportPrices importPrices, ListInstruments listInstruments, ViewPrices viewPrices) {
        this.importPrices = importPrices;
        this.listInstruments = listInstruments;
        this.viewPrices = viewPrices;
    }

    /** Takes in a file of prices, all or nothing. */
    @POST
    @Path("/prices/import")
    @Consumes("text/csv")
    public PriceImportJson importFile(InputStream body, @Context HttpHeaders headers) {
        FileProblems.requireUtf8(headers.getMediaType());
        try (SpooledUpload upload = SpooledUpload.of(body);
                InputStream bytes = upload.open()) {
            PriceImport outcome = importPrices.importRows(
                    CsvFile.open(bytes, COLUMNS).<PriceRow>rows(MarketResource::row, PriceRow.Unreadable::new));
            if (outcome instanceof PriceImport.Done done) {
                return PriceImportJson.of(done);
            }
            throw FileProblems.refused(((PriceImport.Refused) outcome).errors());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    /** One page, in symbol order. */
    @GET
    @Path("/instruments")
    public InstrumentPageJson instruments(@BeanParam PageParams params) {
        return InstrumentPageJson.of(listInstruments.page(
                new PageRequest(params.limit(), params.cursor().orElse(null))));
    }

    /** The closes of an instrument. */
    @GET
    @Path("/prices/{symbol}")
    public PricesJson prices(
            @PathParam("symbol") String symbol,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("points") @Nullable String points) {
        return closes(symbol, from, to, points);
    }

    /** The closes of an exchange rate such as {@code GBP/EUR}. */
    @GET
    @Path("/prices/{base}/{quote}")
    public PricesJson rates(
            @PathParam("base") String base,
            @PathParam("quote") String quote,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("points") @Nullable String points) {
        return closes(base + "/" + quote, from, to, points);
    }

    private PricesJson closes(String symbol, @Nullable String from, @Nullable String to, @Nullable String points) {
        LocalDate first = DateParams.date("from", from);
        LocalDate last = DateParams.date("to", to);
        DateParams.requireOrder(first, last);
        int most = points(points);
        PriceSeries series = viewPrices.between(
                symbol(symbol),
                Objects.requireNonNullElse(first, FieldReader.EARLIEST),
                Objects.requireNonNullElse(last, LATEST));
        return most == 0 ? PricesJson.all(series) : PricesJson.reduced(series, most);
    }

    private static Symbol symbol(String text) {
        try {
            return new Symbol(text);
        } catch (InvalidValueException notASymbol) {
            throw new MissingObjectException("There are no prices of that symbol.");
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
