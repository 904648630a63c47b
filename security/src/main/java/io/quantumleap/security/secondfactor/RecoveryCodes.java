package io.quantumleap.security.secondfactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes for the day when the app is lost, each good once. They have 80 random bits, so that a plain hash is enough to keep
 * them.
 */
final class RecoveryCodes {

    static final int COUNT = 10;
    private static final int BYTES = 10;

    private RecoveryCodes() {}

    /** New ones, such as {@code ABCD-EFGH-IJKL-MNOP}. */
    static List<String> random(SecureRandom random) {
        return Stream.generate(() -> one(random)).limit(COUNT).toList();
    }

    private static String one(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return TotpSecret.base32(bytes).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** What is kept in place of a code, however it was typed. */
    static String digest(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
