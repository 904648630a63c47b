package io.quantumleap.adapters.rest.report;

import io.quantumleap.security.report.port.ContentReports;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How often browsers reported what, for administrators. */
@Path("ops/content-reports")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class ContentCountsResource {

    private static final int DAYS_SHOWN = 30;

    private final ContentReports reports;
    private final Clock clock;

    /** Wires the resource. */
    @Inject
    public ContentCountsResource(ContentReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** The counts of the last thirty days. */
    @GET
    public ContentReportsJson counts() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ContentReportsJson.of(reports.since(today.minusDays(DAYS_SHOWN)));
    }
}
