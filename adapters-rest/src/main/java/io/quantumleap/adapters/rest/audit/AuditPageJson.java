package io.quantumleap.adapters.rest.audit;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.security.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the audit log, the newest first. */
public record AuditPageJson(List<Row> items, @Nullable String nextCursor) {

    /** One row. */
    public record Row(
            String id,
            Instant recordedAt,
            String action,
            @Nullable String actor,
            String address,
            String route,
            String requestId,
            String subject,
            long count,
            String note) {}

    static AuditPageJson of(CursorPage<AuditEntry> page) {
        return new AuditPageJson(
                page.items().stream().map(AuditPageJson::row).toList(), PageParams.opaque(page.nextCursor()));
    }

    private static Row row(AuditEntry entry) {
        return new Row(
                entry.id().toString(),
                entry.at(),
                entry.action().code(),
                entry.scene().actor(),
                entry.scene().address(),
                entry.scene().route(),
                entry.scene().requestId(),
                entry.subject(),
                entry.count(),
                entry.note());
    }
}
