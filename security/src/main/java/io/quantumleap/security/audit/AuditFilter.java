package io.quantumleap.security.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted; a part that is null wants all.
 *
 * @param since from this instant on
 * @param until before this instant
 */
public record AuditFilter(
        @Nullable AuditAction action,
        @Nullable String actor,
        @Nullable Instant since,
        @Nullable Instant until) {}
