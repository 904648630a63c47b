package io.quantumleap.security.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One row of the log. It holds ids and counts; never a password, a token, a name that somebody typed, or a text of a user.
 *
 * @param subject what it was done to, such as the id of a portfolio; empty if to nothing in particular
 * @param count how often, or how many
 * @param note what else matters, in words of the program
 */
public record AuditEntry(
        UUID id, Instant at, AuditAction action, AuditScene scene, String subject, long count, String note) {

    /** Refuses missing parts; a time is kept to microseconds, as the database does. */
    public AuditEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(scene, "scene");
        at = at.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(note, "note");
    }

    /** The digest of everything in it, each part with its length before it, so that no two entries have one. */
    public AuditDigest digest() {
        MessageDigest sha = AuditDigest.sha256();
        String actor = scene.actor();
        for (String part : List.of(
                id.toString(),
                at.toString(),
                action.code(),
                actor == null ? "" : actor,
                scene.address(),
                scene.route(),
                scene.requestId(),
                subject,
                Long.toString(count),
                note)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return AuditDigest.of(sha.digest());
    }
}
