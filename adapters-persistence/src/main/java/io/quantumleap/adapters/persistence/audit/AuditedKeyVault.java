package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.token.RingKey;
import io.quantumleap.security.token.port.KeyVault;
import java.util.List;

/** Signing keys that do not come and go without a trace in the audit log, in the same unit of work. */
public final class AuditedKeyVault implements KeyVault {

    private final KeyVault kept;
    private final RecordAudit audit;

    /** Audits what comes and goes there. */
    public AuditedKeyVault(KeyVault kept, RecordAudit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public void lock() {
        kept.lock();
    }

    @Override
    public List<RingKey> all() {
        return kept.all();
    }

    @Override
    public void add(RingKey key) {
        kept.add(key);
        audit.write(AuditAction.SIGNING_KEY_CHANGED, key.key().id(), 1, "made; signs from " + key.signsFrom());
    }

    @Override
    public void remove(String id) {
        kept.remove(id);
        audit.write(AuditAction.SIGNING_KEY_CHANGED, id, 1, "thrown away");
    }
}
