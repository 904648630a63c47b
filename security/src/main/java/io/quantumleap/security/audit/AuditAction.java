package io.quantumleap.security.audit;

import java.util.Arrays;
import java.util.Locale;

/** What the audit log tells about. */
public enum AuditAction {
    /** A session was opened. */
    SIGNED_IN,
    /** A session was ended by its owner or by an administrator. */
    SIGNED_OUT,
    /** A request was answered 401: no token, one that is not accepted, or a wrong sign-in. */
    UNAUTHENTICATED,
    /** A request was answered 403. */
    FORBIDDEN,
    /** A request was answered 429. */
    LIMITED,
    /** An address or query had the shape of an attack; whether it was refused, its status says. */
    ATTACK_SHAPED,
    /** A question to the assistant, or data that it read, has signs of an attempt to steer it. */
    MANIPULATION_SUSPECTED,
    /** A user was made. */
    USER_CREATED,
    /** A user's roles, password or access were changed by an administrator. */
    USER_CHANGED,
    /** A transaction was recorded. */
    TRANSACTION_RECORDED,
    /** A file of transactions was imported. */
    TRANSACTIONS_IMPORTED,
    /** A transaction was reversed. */
    TRANSACTION_REVERSED,
    /** A portfolio was given another name or policy. */
    PORTFOLIO_CHANGED,
    /** A portfolio was removed with its ledger. */
    PORTFOLIO_REMOVED,
    /** A file of prices was imported. */
    PRICES_IMPORTED,
    /** Instruments, corporate actions or calendars were changed. */
    MARKET_DATA_CHANGED,
    /** Data was given out as a file. */
    EXPORTED,
    /** A second factor was set up or given up, or a recovery code was used. */
    SECOND_FACTOR_CHANGED,
    /** A key for signing tokens was made or thrown away. */
    SIGNING_KEY_CHANGED,
    /** The secrets in the database went over to another master key. */
    SECRETS_REENCRYPTED,
    /** A feature flag was switched. */
    FLAG_SWITCHED,
    /** A delivery of an event that had been given up was tried again. */
    DEAD_LETTER_RETRIED,
    /** Something that this version of the program does not know. */
    UNKNOWN;

    /** Reads a name; one that is not known is {@link #UNKNOWN}. */
    public static AuditAction parse(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The name in JSON and the database, such as {@code signed_in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
