package io.quantumleap.security.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * @param hex in hexadecimal
 */
public record AuditDigest(String hex) {

    /** What the first seal stands on. */
    public static final AuditDigest BEGINNING = new AuditDigest("0".repeat(64));

    /** Refuses what is no such digest. */
    public AuditDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 digest");
        }
    }

    static AuditDigest of(byte[] bytes) {
        return new AuditDigest(HexFormat.of().formatHex(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
