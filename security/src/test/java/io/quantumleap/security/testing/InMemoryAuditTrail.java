package io.quantumleap.security.testing;

import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.audit.AuditEntry;
import io.quantumleap.security.audit.AuditFilter;
import io.quantumleap.security.audit.AuditSeal;
import io.quantumleap.security.audit.port.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** A log that keeps what is written, for tests of those who write; it is never sealed. */
public final class InMemoryAuditTrail implements AuditTrail {

    private final List<AuditEntry> entries = new ArrayList<>();

    /** What was written, in its order. */
    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void append(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public boolean maySeal() {
        return false;
    }

    @Override
    public AuditSeal head() {
        return AuditSeal.NONE;
    }

    @Override
    public List<AuditEntry> unsealed(int most) {
        return entries();
    }

    @Override
    public void add(List<AuditSeal> seals) {
        throw new UnsupportedOperationException("never sealed");
    }

    @Override
    public void walk(BiConsumer<AuditSeal, Optional<AuditEntry>> visitor) {
        throw new UnsupportedOperationException("never sealed");
    }

    @Override
    public List<UUID> stray(int most) {
        return List.of();
    }

    @Override
    public CursorPage<AuditEntry> page(AuditFilter filter, PageRequest request) {
        throw new UnsupportedOperationException("read with entries()");
    }
}
