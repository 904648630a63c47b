package io.quantumleap.adapters.rest.market;

import io.quantumleap.adapters.rest.csv.CsvCells;
import io.quantumleap.adapters.rest.csv.CsvColumns;
import io.quantumleap.adapters.rest.csv.CsvFile;
import io.quantumleap.adapters.rest.csv.FileProblems;
import io.quantumleap.adapters.rest.portfolio.DateParams;
import io.quantumleap.core.market.calendar.CalendarCode;
import io.quantumleap.core.market.calendar.CalendarFields;
import io.quantumleap.core.market.calendar.CalendarImport;
import io.quantumleap.core.market.calendar.CalendarRow;
import io.quantumleap.core.market.calendar.ImportCalendars;
import io.quantumleap.core.market.calendar.ViewCalendars;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
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
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trading calendars: rules of exchanges, and the operator's own days. */
@Dependent
@Path("/market")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

    private static final CsvColumns COLUMNS = new CsvColumns(List.of("calendar", "date", "status"), List.of("name"));

    private static final int MOST_YEARS = 50;

    private final ViewCalendars viewCalendars;
    private final ImportCalendars importCalendars;
    private final Clock clock;

    /** Stands on these use cases. */
    @Inject
    public CalendarResource(ViewCalendars viewCalendars, ImportCalendars importCalendars, Clock clock) {
        this.viewCalendars = viewCalendars;
        this.importCalendars = importCalendars;
        this.clock = clock;
    }

    /** The names of those that are known. */
    @GET
    @Path("/calendars")
    public CalendarsJson list() {
        return new CalendarsJson(
                viewCalendars.codes().stream().map(CalendarCode::value).toList());
    }

    /** Part of one, the current year by default. */
    @GET
    @Path("/calendars/{code}")
    public CalendarJson view(
            @PathParam("code") String code,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        LocalDate newYear = LocalDate.now(clock).withDayOfYear(1);
        LocalDate first = Objects.requireNonNullElse(DateParams.date("from", from), newYear);
        LocalDate last = Objects.requireNonNullElse(
                DateParams.date("to", to), first.plusYears(1).minusDays(1));
        DateParams.requireOrder(first, last);
        if (ChronoUnit.YEARS.between(first, last) >= MOST_YEARS) {
            throw MarketParams.invalid("to", "out-of-range", "A calendar is shown for at most 50 years at once.");
        }
        return CalendarJson.of(viewCalendars.view(code(code)), first, last);
    }

    private static CalendarCode code(String text) {
        try {
            return new CalendarCode(text);
        } catch (InvalidValueException none) {
            throw new MissingObjectException(none.getMessage());
        }
    }

    /** Takes in a file of days on which markets do something else than their rules say, all or nothing. */
    @POST
    @Path("/calendars/import")
    @Consumes("text/csv")
    public CalendarImportJson importFile(InputStream body, @Context HttpHeaders headers) {
        FileProblems.requireUtf8(headers.getMediaType());
        CalendarImport outcome = importCalendars.importRows(
                CsvFile.open(body, COLUMNS).<CalendarRow>rows(CalendarResource::row, CalendarRow.Unreadable::new));
        if (outcome instanceof CalendarImport.Done done) {
            return new CalendarImportJson(done.rows(), done.changed(), done.calendars());
        }
        throw FileProblems.refused(((CalendarImport.Refused) outcome).errors());
    }

    private static CalendarRow row(CsvCells cells) {
        return new CalendarRow.Cells(
                cells.line(),
                new CalendarFields(cells.get("calendar"), cells.get("date"), cells.get("status"), cells.get("name")));
    }
}
