package io.quantumleap.adapters.rest.audit;

import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Audits every file that the API gives out, before its first byte: without a trace there is no file. */
@Provider
@ApplicationScoped
public class ExportAuditFilter implements ContainerResponseFilter {

    private static final String FILE = "attachment";

    @Inject
    private RecordAudit audit;

    /** For the framework, which makes filters by this and then fills the fields. */
    public ExportAuditFilter() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String disposition = response.getHeaderString(HttpHeaders.CONTENT_DISPOSITION);
        if (response.getStatus() == Response.Status.OK.getStatusCode()
                && disposition != null
                && disposition.startsWith(FILE)) {
            audit.write(AuditAction.EXPORTED, request.getUriInfo().getPath(), 1, "");
        }
    }
}
