package io.quantumleap.adapters.rest.event;

import io.quantumleap.core.event.LetterId;
import io.quantumleap.core.event.OutboxState;
import io.quantumleap.core.event.RetryDeadLetter;
import io.quantumleap.core.event.ViewOutbox;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The events on their way, for operators. */
@Path("ops/outbox")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class OutboxResource {

    private final ViewOutbox outbox;
    private final RetryDeadLetter retry;
    private final RecordAudit audit;

    /** Wires the resource. */
    @Inject
    public OutboxResource(ViewOutbox outbox, RetryDeadLetter retry, RecordAudit audit) {
        this.outbox = outbox;
        this.retry = retry;
        this.audit = audit;
    }

    /** What waits, since when, and what was given up. */
    @GET
    public OutboxJson state() {
        OutboxState state = outbox.state();
        return OutboxJson.of(state, outbox.age(state).orElse(null), outbox.deadLetters());
    }

    /** Gives a dead letter all its attempts again. */
    @POST
    @Path("dead-letters/{id}/retry")
    public void retry(@PathParam("id") String id) {
        LetterId letter = LetterId.parse(id);
        audit.with(
                () -> {
                    retry.retry(letter);
                    return letter;
                },
                revived -> RecordAudit.Trace.of(AuditAction.DEAD_LETTER_RETRIED, revived.toString()));
    }
}
