package io.quantumleap.adapters.rest.report;

import io.quantumleap.security.report.port.ContentReports;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where browsers report what the content policy of the page kept them from loading. */
@Path("security/content-reports")
@Dependent
public class ContentReportResource {

    private final ContentReports reports;
    private final Clock clock;

    /** Wires the resource. */
    @Inject
    public ContentReportResource(ContentReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Counts what a browser reports. */
    @POST
    @Consumes({"application/csp-report", "application/reports+json", MediaType.APPLICATION_JSON})
    public Response report(@NotNull @Size(min = 2, max = 16_384) String body) {
        ContentReportReader.read(body).forEach(report -> reports.count(today(), report));
        return Response.noContent().build();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
