package io.quantumleap.security.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every thirty seconds (RFC 6238 with HMAC-SHA-1 and six digits, which is what the apps know). */
final class Totp {

    static final int SECONDS = 30;
    static final int DIGITS = 6;

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

    private static byte[] hmac(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", impossible);
        }
    }
}
