package io.quantumleap.adapters.rest.audit;

import io.quantumleap.security.audit.AuditVerification;
import java.util.List;

/** Whether the audit log is as it was written. */
public record AuditVerificationJson(
        boolean intact, long checked, long headPosition, String headChain, List<Row> faults, long faultCount) {

    /** One fault. */
    public record Row(String kind, long position, String entry) {}

    static AuditVerificationJson of(AuditVerification found) {
        return new AuditVerificationJson(
                found.intact(),
                found.checked(),
                found.head().position(),
                found.head().chain().hex(),
                found.faults().stream()
                        .map(fault -> new Row(fault.kind().code(), fault.position(), fault.entry()))
                        .toList(),
                found.faultCount());
    }
}
