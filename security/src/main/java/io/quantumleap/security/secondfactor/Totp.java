package io.quantumleap.security.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

/** Codes that change every thirty seconds (RFC 6238 with HMAC-SHA-1 and six digits, which is what the apps know). */
final class Totp {

    static final int SECONDS = 30;
    static final int DIGITS = 6;
    private static final int BLOCK_BYTES = 64;

    /** A clock may be one step off, and a person needs a moment to type. */
    private static final int TOLERATED_STEPS = 1;

    private Totp() {}

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), (long) SECONDS);
    }

    /** The code of a step (RFC 4226, section 5.3). */
    static String code(TotpSecret secret, long step, int digits) {
        byte[] hash = hmac(secret.bytes(), step);
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        long modulus = 1;
        for (int i = 0; i < digits; i++) {
            modulus *= 10;
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    /** The step, later than the last one that was used, whose code this is. Takes as long whichever it is. */
    static OptionalLong matchingStep(TotpSecret secret, String code, Instant now, long lastUsed) {
        OptionalLong found = OptionalLong.empty();
        long current = step(now);
        for (long step = current - TOLERATED_STEPS; step <= current + TOLERATED_STEPS; step++) {
            boolean equal = MessageDigest.isEqual(
                    code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
            if (equal && step > lastUsed && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** HMAC-SHA-1 (RFC 2104); a key longer than a block does not occur. */
    private static byte[] hmac(byte[] key, long step) {
        byte[] message = ByteBuffer.allocate(Long.BYTES).putLong(step).array();
        return sha1(padded(key, (byte) 0x5c), sha1(padded(key, (byte) 0x36), message));
    }

    private static byte[] padded(byte[] key, byte pad) {
        byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= pad;
        }
        return block;
    }

    private static byte[] sha1(byte[] first, byte[] second) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(first);
            return sha1.digest(second);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
