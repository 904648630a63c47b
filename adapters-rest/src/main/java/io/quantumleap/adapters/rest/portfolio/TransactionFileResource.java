package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.csv.FileProblems;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPreset;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPresets;
import io.quantumleap.adapters.rest.portfolio.preset.PresetReading;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.security.CurrentCaller;
import io.quantumleap.core.portfolio.ExportTransactions;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.ViewPortfolio;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
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

    /** Records a file of transactions, all or nothing; with a preset, one that a broker has written. */
    @POST
    @Path("/{id}/transactions/import")
    @Consumes(CSV)
    public Response importFile(
            @PathParam("id") String id,
            @QueryParam("preset") @Nullable String preset,
            InputStream body,
            @Context HttpHeaders headers) {
        PortfolioId portfolio = PortfolioPath.id(id);
        viewPortfolio.view(user(), portfolio);
        FileProblems.requireUtf8(headers.getMediaType());
        Object outcome = preset == null ? importOurs(portfolio, body) : importBrokers(portfolio, preset(preset), body);
        return Response.ok(outcome).build();
    }

    private TransactionImportJson importOurs(PortfolioId portfolio, InputStream body) {
        Iterator<TransactionRow> rows =
                CsvFile.open(body, TransactionCsv.COLUMNS).rows(TransactionCsv::row, TransactionRow.Unreadable::new);
        TransactionImport outcome = importTransactions.importRows(user(), portfolio, rows);
        if (outcome instanceof TransactionImport.Done done) {
            return TransactionImportJson.of(done);
        }
        throw FileProblems.refused(((TransactionImport.Refused) outcome).errors());
    }

    private BrokerImportJson importBrokers(PortfolioId portfolio, BrokerPreset preset, InputStream body) {
        PresetReading file = PresetReading.open(preset, body);
        TransactionImport outcome = importTransactions.importRows(user(), portfolio, file.rows());
        if (outcome instanceof TransactionImport.Done done) {
            return BrokerImportJson.of(done, file.skipped());
        }
        RowErrors errors = ((TransactionImport.Refused) outcome).errors();
        throw FileProblems.refused(
                new RowErrors(errors.listed().stream().map(file::inBrokersTerms).toList(), errors.count()));
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
        List<Transaction> transactions = exportTransactions.effective(user(), portfolio.id());
        StreamingOutput file = out -> TransactionCsv.write(transactions, out);
        return Response.ok(file, MediaType.valueOf(CSV).withCharset("UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"transactions-" + portfolio.id() + ".csv\"")
                .build();
    }
}
