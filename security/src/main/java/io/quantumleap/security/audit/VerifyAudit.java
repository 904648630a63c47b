package io.quantumleap.security.audit;

import io.quantumleap.security.audit.port.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks the whole chain and finds every row that was changed, removed or moved. */
public final class VerifyAudit {

    private static final int MOST_LISTED = 100;

    private final AuditTrail trail;

    /** Wires the use case. */
    public VerifyAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * A seal that was noted down before.
     *
     * @param position its position
     * @param chain its digest
     */
    public record Anchor(long position, AuditDigest chain) {}

    /**
     * Looks at everything.
     *
     * @param anchor a seal that must still be there; null for none
     */
    public AuditVerification verify(@Nullable Anchor anchor) {
        Walk walk = new Walk(anchor);
        trail.walk(walk::visit);
        for (UUID stray : trail.stray(MOST_LISTED)) {
            walk.fault(AuditFault.Kind.UNSEALED, 0, stray);
        }
        if (anchor != null && !walk.anchored) {
            walk.fault(AuditFault.Kind.OTHER_CHAIN, anchor.position(), new UUID(0, 0));
        }
        return new AuditVerification(walk.checked, walk.last, walk.faults, walk.faultCount);
    }

    /** One pass. After a fault it goes on from what is there, so that one fault is told once. */
    private static final class Walk {

        private final @Nullable Anchor anchor;
        private final List<AuditFault> faults = new ArrayList<>();
        private AuditSeal last = AuditSeal.NONE;
        private long checked;
        private long faultCount;
        private boolean anchored;

        private Walk(@Nullable Anchor anchor) {
            this.anchor = anchor;
        }

        private void visit(AuditSeal seal, Optional<AuditEntry> entry) {
            if (!seal.standsOn(last)) {
                fault(AuditFault.Kind.REORDERED, seal.position(), seal.entry());
            }
            if (entry.isEmpty()) {
                fault(AuditFault.Kind.MISSING, seal.position(), seal.entry());
            } else if (!entry.get().digest().equals(seal.content())) {
                fault(AuditFault.Kind.CHANGED, seal.position(), seal.entry());
            }
            if (anchor != null && anchor.position() == seal.position()) {
                anchored = anchor.chain().equals(seal.chain());
            }
            last = seal;
            checked++;
        }

        private void fault(AuditFault.Kind kind, long position, UUID entry) {
            faultCount++;
            if (faults.size() < MOST_LISTED) {
                faults.add(new AuditFault(kind, position, entry.toString()));
            }
        }
    }
}
