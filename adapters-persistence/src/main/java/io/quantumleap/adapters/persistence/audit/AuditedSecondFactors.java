package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.secondfactor.SecondFactor;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import java.util.Optional;

/** Second factors that are not set up or given up without a trace in the audit log, in the same unit of work. */
public final class AuditedSecondFactors implements SecondFactors {

    private final SecondFactors kept;
    private final RecordAudit audit;

    /** Audits what changes there. */
    public AuditedSecondFactors(SecondFactors kept, RecordAudit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public Optional<SecondFactor> lock(UserId user) {
        return kept.lock(user);
    }

    /** The time of the last code changes with every use, which the sign-in itself tells about. */
    @Override
    public void put(SecondFactor factor) {
        Optional<SecondFactor> before = kept.lock(factor.user()).filter(SecondFactor::confirmed);
        kept.put(factor);
        if (factor.confirmed() && before.isEmpty()) {
            write(factor.user(), "set up");
        }
        if (before.isPresent()
                && factor.recoveryDigests().size()
                        < before.get().recoveryDigests().size()) {
            write(factor.user(), "a recovery code was used");
        }
    }

    @Override
    public void remove(UserId user) {
        boolean there = kept.lock(user).filter(SecondFactor::confirmed).isPresent();
        kept.remove(user);
        if (there) {
            write(user, "given up");
        }
    }

    private void write(UserId user, String note) {
        audit.write(AuditAction.SECOND_FACTOR_CHANGED, user.toString(), 1, note);
    }
}
