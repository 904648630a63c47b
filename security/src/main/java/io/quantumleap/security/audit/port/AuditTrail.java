package io.quantumleap.security.audit.port;

import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.audit.AuditEntry;
import io.quantumleap.security.audit.AuditFilter;
import io.quantumleap.security.audit.AuditSeal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The stored log. Nothing in it can be changed or removed. Safe for use by many threads and many instances. */
public interface AuditTrail {

    /** Adds an entry, in the current unit of work if one is open: with it the effect and its trace come and go together. */
    void append(AuditEntry entry);

    /** Lets one instance at a time seal; false if another does. To be asked inside a unit of work, at whose end it is over. */
    boolean maySeal();

    /** The last seal; {@link AuditSeal#NONE} if there is none. */
    AuditSeal head();

    /** Entries without a seal, in the order in which they are to be sealed. */
    List<AuditEntry> unsealed(int most);

    /** Adds seals. */
    void add(List<AuditSeal> seals);

    /** Shows every seal in its order, with its entry where that is there. */
    void walk(BiConsumer<AuditSeal, Optional<AuditEntry>> visitor);

    /** Entries that have no seal and are not waiting for one either. */
    List<UUID> stray(int most);

    /** A page of entries, the newest first. */
    CursorPage<AuditEntry> page(AuditFilter filter, PageRequest request);
}
