package io.quantumleap.security.flag;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.flag.port.FlagStore;

/** Switches a flag, with a trace in the audit log. */
public final class SwitchFlag {

    private final FlagStore store;
    private final FeatureFlags flags;
    private final RecordAudit audit;

    /** Wires the use case. */
    public SwitchFlag(FlagStore store, FeatureFlags flags, RecordAudit audit) {
        this.store = store;
        this.flags = flags;
        this.audit = audit;
    }

    /**
     * Switches it.
     *
     * @throws InvalidValueException if a protection would be on for some people only
     */
    public FlagState set(Flag flag, FlagState wanted) {
        if (flag.isProtection() && wanted.on() && wanted.percentage() != FlagState.EVERYBODY) {
            throw new InvalidValueException("A protection is on for everybody or off.");
        }
        FlagState before = flags.state(flag);
        audit.with(
                () -> {
                    store.put(flag, wanted);
                    return wanted;
                },
                done -> new RecordAudit.Trace(AuditAction.FLAG_SWITCHED, flag.code(), 1, before + " to " + done));
        flags.forget();
        return wanted;
    }
}
