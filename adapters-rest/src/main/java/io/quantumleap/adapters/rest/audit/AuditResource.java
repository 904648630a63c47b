package io.quantumleap.adapters.rest.audit;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.AuditDigest;
import io.quantumleap.security.audit.AuditFilter;
import io.quantumleap.security.audit.VerifyAudit;
import io.quantumleap.security.audit.port.AuditTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The audit log, for administrators. */
@Path("ops/audit")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class AuditResource {

    private final AuditTrail trail;
    private final VerifyAudit verify;

    /** Wires the resource. */
    @Inject
    public AuditResource(AuditTrail trail, VerifyAudit verify) {
        this.trail = trail;
        this.verify = verify;
    }

    /** A page of it, the newest first. */
    @GET
    public AuditPageJson page(
            @QueryParam("action") @Nullable String action,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("since") @Nullable String since,
            @QueryParam("until") @Nullable String until,
            @BeanParam PageParams params) {
        AuditFilter filter =
                new AuditFilter(action(action), actor(actor), instant("since", since), instant("until", until));
        return AuditPageJson.of(trail.page(filter, params.request()));
    }

    /** Walks the whole chain. */
    @GET
    @Path("verification")
    public AuditVerificationJson verification(
            @QueryParam("position") @Nullable String position, @QueryParam("chain") @Nullable String chain) {
        return AuditVerificationJson.of(verify.verify(anchor(position, chain)));
    }

    private static VerifyAudit.@Nullable Anchor anchor(@Nullable String position, @Nullable String chain) {
        if (position == null && chain == null) {
            return null;
        }
        try {
            return new VerifyAudit.Anchor(
                    Long.parseLong(String.valueOf(position)), new AuditDigest(String.valueOf(chain)));
        } catch (IllegalArgumentException malformed) {
            throw refused("chain", "Give both position and chain, as an earlier verification answered them.");
        }
    }

    private static @Nullable AuditAction action(@Nullable String code) {
        if (code == null) {
            return null;
        }
        AuditAction action = AuditAction.parse(code);
        if (action == AuditAction.UNKNOWN) {
            throw refused("action", "There is no such action.");
        }
        return action;
    }

    private static @Nullable String actor(@Nullable String id) {
        if (id != null && !id.matches("[0-9a-f-]{36}")) {
            throw refused("actor", "The actor must be the id of a user.");
        }
        return id;
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw refused(field, "The time must be like 2026-01-31T09:30:00Z.");
        }
    }

    private static ProblemException refused(String field, String message) {
        return Problem.of(ProblemType.INVALID_REQUEST, message)
                .withError(field, "invalid", message)
                .asException();
    }
}
