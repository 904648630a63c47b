package io.quantumleap.security.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * The place of an entry in the chain.
 *
 * @param position 1 for the first
 * @param entry the entry
 * @param content the digest of the entry
 * @param chain the digest of the seal before, the position and the content
 */
public record AuditSeal(long position, UUID entry, AuditDigest content, AuditDigest chain) {

    /** What the first seal follows. */
    public static final AuditSeal NONE = new AuditSeal(0, new UUID(0, 0), AuditDigest.BEGINNING, AuditDigest.BEGINNING);

    /** Refuses missing parts. */
    public AuditSeal {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(chain, "chain");
    }

    /** The seal of an entry that follows this one. */
    public AuditSeal next(AuditEntry following) {
        AuditDigest digest = following.digest();
        return new AuditSeal(position + 1, following.id(), digest, chained(position + 1, chain, digest));
    }

    /** Whether this seal is the one that stands on that one. */
    boolean standsOn(AuditSeal before) {
        return position == before.position() + 1 && chain.equals(chained(position, before.chain(), content));
    }

    private static AuditDigest chained(long position, AuditDigest before, AuditDigest content) {
        MessageDigest sha = AuditDigest.sha256();
        sha.update(HexFormat.of().parseHex(before.hex()));
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
        sha.update(HexFormat.of().parseHex(content.hex()));
        return AuditDigest.of(sha.digest());
    }
}
