package io.quantumleap.security.audit;

import java.util.Locale;

/**
 * A place where the log is not what it was.
 *
 * @param position of the seal; 0 for an entry without one
 * @param entry the id of the entry
 */
public record AuditFault(Kind kind, long position, String entry) {

    /** What was done to it. */
    public enum Kind {
        /** The entry says something else than when it was sealed. */
        CHANGED,
        /** The entry is gone. */
        MISSING,
        /** A seal is gone, or stands where another stood. */
        REORDERED,
        /** The entry was never sealed, nor waits for it. */
        UNSEALED,
        /** The chain does not contain the seal that was noted down. */
        OTHER_CHAIN;

        /** The name in JSON, such as {@code changed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
