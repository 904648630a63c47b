package io.quantumleap.security.audit;

import java.util.List;

/**
 * What a look at the whole log found.
 *
 * @param checked how many sealed rows there are
 * @param head the last seal; note it down elsewhere, since whoever can rewrite the database can shorten the log at its end
 * @param faults the first of them
 * @param faultCount how many there are
 */
public record AuditVerification(long checked, AuditSeal head, List<AuditFault> faults, long faultCount) {

    /** Copies the list. */
    public AuditVerification {
        faults = List.copyOf(faults);
    }

    /** Whether everything is as it was written. */
    public boolean intact() {
        return faultCount == 0;
    }
}
