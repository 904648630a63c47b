package io.quantumleap.security.audit;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.audit.port.AuditTrail;
import java.util.ArrayList;
import java.util.List;

/**
 * Chains what was written since the last time. Writers do not wait for each other, since none of them needs to know the row
 * before its own; what they wrote is chained here moments later, by one instance at a time.
 */
public final class SealAudit {

    private static final int BATCH = 1_000;

    private final AuditTrail trail;
    private final UnitOfWork work;

    /** Wires the use case. */
    public SealAudit(AuditTrail trail, UnitOfWork work) {
        this.trail = trail;
        this.work = work;
    }

    /** Seals everything that waits, and tells how many rows that were. */
    public int seal() {
        int all = 0;
        for (int sealed = BATCH; sealed == BATCH; all += sealed) {
            sealed = work.run(this::batch);
        }
        return all;
    }

    private int batch() {
        if (!trail.maySeal()) {
            return 0;
        }
        AuditSeal last = trail.head();
        List<AuditSeal> seals = new ArrayList<>();
        for (AuditEntry entry : trail.unsealed(BATCH)) {
            last = last.next(entry);
            seals.add(last);
        }
        trail.add(seals);
        return seals.size();
    }
}
