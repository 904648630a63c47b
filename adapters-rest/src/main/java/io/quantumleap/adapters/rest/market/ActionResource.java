package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.csv.CsvColumns;
import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.csv.FileProblems;
import io.quantumleap.adapters.rest.portfolio.DateParams;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.ActionFields;
import io.quantumleap.core.market.action.ActionImport;
import io.quantumleap.core.market.action.ActionRow;
import io.quantumleap.core.market.action.ActionType;
import io.quantumleap.core.market.action.ImportActions;
import io.quantumleap.core.market.action.RemoveAction;
import io.quantumleap.core.market.action.ViewAdjustedPrices;
import io.quantumleap.core.market.reference.ViewInstruments;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Corporate actions: one set for the whole installation. */
@Dependent
@Path("/market")
@Produces(MediaType.APPLICATION_JSON)
public class ActionResource {

    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("ex_date", "symbol", "type"), List.of("ratio", "amount", "currency"));

    private final ImportActions importActions;
    private final RemoveAction removeAction;
    private final ViewAdjustedPrices viewPrices;
    private final ViewInstruments viewInstruments;

    /** Stands on these use cases. */
    @Inject
    public ActionResource(
            ImportActions importActions,
            RemoveAction removeAction,
            ViewAdjustedPrices viewPrices,
            ViewInstruments viewInstruments) {
        this.importActions = importActions;
        this.removeAction = removeAction;
        this.viewPrices = viewPrices;
        this.viewInstruments = viewInstruments;
    }

    /** Those of an instrument, by ex-date. */
    @GET
    @Path("/corporate-actions/{symbol}")
    public ActionsJson list(@PathParam("symbol") String text) {
        Symbol symbol =
                viewInstruments.view(SymbolPath.symbol(text)).reference().symbol();
        return new ActionsJson(
                symbol.value(),
                viewPrices.actions(symbol).stream().map(ActionJson::of).toList());
    }

    /** Takes in a file of them, all or nothing. */
    @POST
    @Path("/corporate-actions/import")
    @Consumes("text/csv")
    public ActionImportJson importFile(InputStream body, @Context HttpHeaders headers) {
        FileProblems.requireUtf8(headers.getMediaType());
        ActionImport outcome = importActions.importRows(
                CsvFile.open(body, COLUMNS).<ActionRow>rows(ActionResource::row, ActionRow.Unreadable::new));
        if (outcome instanceof ActionImport.Done done) {
            return new ActionImportJson(done.rows(), done.imported(), done.updated(), done.unchanged());
        }
        throw FileProblems.refused(((ActionImport.Refused) outcome).errors());
    }

    private static ActionRow row(CsvCells cells) {
        return new ActionRow.Cells(
                cells.line(),
                new ActionFields(
                        cells.get("ex_date"),
                        cells.get("symbol"),
                        cells.get("type"),
                        cells.get("ratio"),
                        cells.get("amount"),
                        cells.get("currency")));
    }

    /** Takes one away that never was. */
    @DELETE
    @Path("/corporate-actions/{symbol}/{day}/{type}")
    public void remove(
            @PathParam("symbol") String symbol, @PathParam("day") String day, @PathParam("type") String type) {
        LocalDate exDate = Objects.requireNonNull(DateParams.date("day", day));
        removeAction.remove(
                SymbolPath.symbol(symbol),
                exDate,
                MarketParams.required("type", type, "unknown-type", ActionType::parse));
    }
}
