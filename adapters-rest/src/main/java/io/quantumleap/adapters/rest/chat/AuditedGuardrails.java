package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.guardrail.port.GuardrailWatch;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.RecordAudit;
import java.util.List;

/** Writes to the audit log that a text has signs of manipulation, never the text. A log that is down stops no answer. */
public final class AuditedGuardrails implements GuardrailWatch {

    private static final System.Logger LOG = System.getLogger(AuditedGuardrails.class.getName());

    private final RecordAudit audit;

    /** Writes through this. */
    public AuditedGuardrails(RecordAudit audit) {
        this.audit = audit;
    }

    @Override
    public void manipulationSuspected(UserId caller, String where, List<String> signs) {
        AuditScene scene = new AuditScene(caller.toString(), "assistant", "POST /api/ai/chat", "none");
        try {
            audit.write(AuditAction.MANIPULATION_SUSPECTED, scene, where, signs.size(), String.join(" ", signs));
        } catch (RuntimeException down) {
            LOG.log(System.Logger.Level.WARNING, "A suspicion could not be written to the audit log", down);
        }
    }
}
