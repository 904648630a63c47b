package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.csv.FileProblems;
import io.quantumleap.adapters.rest.csv.SpooledUpload;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPresets;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.problem.ThrownProblems;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.portfolio.ExportTransactions;
import io.quantumleap.core.portfolio.ImportPreview;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.shared.UserId;
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
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Whole ledgers as files, in and out. It shares its class path with the other portfolio resources, since JAX-RS settles on
 * a class before it looks at methods.
 */
@Dependent
@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class TransactionFileResource {

    private static final String CSV = "text/csv";

    private final CurrentCaller caller;
    private final ViewPortfolio viewPortfolio;
    private final ImportTransactions importTransactions;
    private final ExportTransactions exportTransactions;
    private final BrokerPresets presets;

    /** Stands on these use cases. */
    @Inject
    public TransactionFileResource(
            CurrentCaller caller,
            ViewPortfolio viewPortfolio,
            ImportTransactions importTransactions,
            ExportTransactions exportTransactions,
            BrokerPresets presets) {
        this.caller = caller;
        this.viewPortfolio = viewPortfolio;
        this.importTransactions = importTransactions;
        this.exportTransactions = exportTransactions;
        this.presets = presets;
    }

    private UserId user() {
        return caller.caller().id();
    }

    /** The brokers whose files can be imported as they are. */
    @GET
    @Path("/import-presets")
    public ImportPresetsJson presets() {
        return ImportPresetsJson.of(presets.all());
    }

    /**
     * Records a file of transactions, all or nothing; with a preset, one that a broker has written. A dry run says what would
     * change.
     */
    @POST
    @Path("/{id}/transactions/import")
    @Consumes(CSV)
    @Produces("application/json;qs=1.0")
    public Response importFile(
            @PathParam("id") String id,
            @QueryParam("preset") @Nullable String preset,
            @QueryParam("dry_run") @Nullable String dryRun,
            InputStream body,
            @Context HttpHeaders headers) {
        Wish wish = wish(id, preset, dryRun, headers);
        try (SpooledUpload upload = SpooledUpload.of(body);
                InputStream file = upload.open()) {
            return Response.ok(outcome(wish, file, read -> {})).build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same, and tells meanwhile how many rows were read. */
    @POST
    @Path("/{id}/transactions/import")
    @Consumes(CSV)
    @Produces("text/event-stream;qs=0.5")
    @Operation(hidden = true)
    public Response importFileWithProgress(
            @PathParam("id") String id,
            @QueryParam("preset") @Nullable String preset,
            @QueryParam("dry_run") @Nullable String dryRun,
            InputStream body,
            @Context HttpHeaders headers,
            @Context Providers providers,
            @Context HttpServletRequest request) {
        Wish wish = wish(id, preset, dryRun, headers);
        StreamingOutput events = new ImportStream(
                SpooledUpload.of(body),
                (file, rowsRead) -> outcome(wish, file, rowsRead),
                new ThrownProblems(providers),
                RequestId.of(request.getAttribute(RequestId.ATTRIBUTE)));
        return Response.ok(events, MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }

    /** What is asked of a file. */
    private record Wish(UserId user, PortfolioId portfolio, Optional<BrokerPreset> preset, boolean dryRun) {}

    private Wish wish(String id, @Nullable String preset, @Nullable String dryRun, HttpHeaders headers) {
        PortfolioId portfolio = PortfolioPath.id(id);
        viewPortfolio.view(user(), portfolio);
        FileProblems.requireUtf8(headers.getMediaType());
        return new Wish(user(), portfolio, Optional.ofNullable(preset).map(this::preset), isTrue("dry_run", dryRun));
    }

    private static boolean isTrue(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problem.of(ProblemType.INVALID_REQUEST, "The parameter " + name + " is true or false.")
                .withError(name, "not-a-truth", "The value is true or false.")
                .asException();
    }

    private Object outcome(Wish wish, InputStream body, IntConsumer rowsRead) {
        TransactionUpload upload = wish.preset()
                .map(preset -> TransactionUpload.brokers(preset, body))
                .orElseGet(() -> TransactionUpload.ours(body));
        return wish.dryRun() ? preview(wish, upload, rowsRead) : imported(wish, upload, rowsRead);
    }

    private Object imported(Wish wish, TransactionUpload upload, IntConsumer rowsRead) {
        TransactionImport outcome = importTransactions.importRows(wish.user(), wish.portfolio(), upload.rows(rowsRead));
        if (outcome instanceof TransactionImport.Refused refused) {
            throw FileProblems.refused(upload.named(refused.errors()));
        }
        TransactionImport.Done done = (TransactionImport.Done) outcome;
        return upload.skipped().isPresent()
                ? BrokerImportJson.of(done, upload.skipped().getAsInt())
                : TransactionImportJson.of(done);
    }

    private ImportPreviewJson preview(Wish wish, TransactionUpload upload, IntConsumer rowsRead) {
        ImportPreview outcome = importTransactions.preview(wish.user(), wish.portfolio(), upload.rows(rowsRead));
        if (outcome instanceof ImportPreview.Refused refused) {
            throw FileProblems.refused(upload.named(refused.errors()));
        }
        return ImportPreviewJson.of(
                (ImportPreview.Possible) outcome, upload.skipped().orElse(0));
    }

    private BrokerPreset preset(String name) {
        return presets.find(name).orElseThrow(() -> Problem.of(
                        ProblemType.INVALID_REQUEST, "There is no such preset; nothing was imported.")
                .withError(
                        "preset",
                        "unknown-preset",
                        "The presets are "
                                + String.join(
                                        ", ",
                                        presets.all().stream()
                                                .map(BrokerPreset::name)
                                                .toList())
                                + ".")
                .asException());
    }

    /** Everything that counts in a portfolio, as a file that imports back to the same book. */
    @GET
    @Path("/{id}/transactions/export")
    @Produces(CSV)
    public Response export(@PathParam("id") String id) {
        Portfolio portfolio = viewPortfolio.view(user(), PortfolioPath.id(id));
        TransactionExport file = new TransactionExport();
        try {
            exportTransactions.effective(user(), portfolio.id(), file::add);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
        return Response.ok(file, MediaType.valueOf(CSV).withCharset("UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"transactions-" + portfolio.id() + ".csv\"")
                .build();
    }
}
