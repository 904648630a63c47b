package io.quantumleap.core.portfolio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Stands for the content of an entry: two entries that say the same have the same key, however their numbers were
 * written. The external id is not part of it.
 *
 * @param hex 64 lower-case hexadecimal digits, a SHA-256
 */
public record ContentKey(String hex) {

    /** Refuses a missing value. */
    public ContentKey {
        Objects.requireNonNull(hex, "hex");
    }

    /** The key of an entry. */
    public static ContentKey of(Entry entry) {
        String content = String.join(
                "|",
                entry.date().toString(),
                entry.type().code(),
                entry.symbol().map(Object::toString).orElse(""),
                entry.quantity().map(Object::toString).orElse(""),
                entry.price().map(price -> price.amount().toPlainString()).orElse(""),
                entry.fee().amount().toPlainString(),
                entry.amount().amount().toPlainString(),
                entry.currency().getCurrencyCode());
        String whole = content + entry.details().content();
        return new ContentKey(HexFormat.of().formatHex(sha256(whole.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
