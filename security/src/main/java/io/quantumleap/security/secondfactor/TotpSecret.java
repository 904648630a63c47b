package io.quantumleap.security.secondfactor;

import java.security.SecureRandom;
import java.util.Arrays;

/** The secret that an authenticator app shares with us: 160 random bits. It never prints itself. */
public final class TotpSecret {

    private static final int BYTES = 20;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] bytes;

    /** A secret of these bytes. */
    public TotpSecret(byte[] bytes) {
        if (bytes.length < 10 || bytes.length > 64) {
            throw new IllegalArgumentException("a secret has 80 to 512 bits");
        }
        this.bytes = bytes.clone();
    }

    static TotpSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The text to type into an app (RFC 4648 base32, without padding). */
    public String base32() {
        return base32(bytes);
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                text.append(ALPHABET.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TotpSecret[not shown]";
    }
}
