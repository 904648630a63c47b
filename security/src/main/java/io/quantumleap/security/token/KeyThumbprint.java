package io.quantumleap.security.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** The name that a public key gives itself: the SHA-256 of its canonical JWK (RFC 7638), in base64url. */
public final class KeyThumbprint {

    private static final int P256_BYTES = 32;

    private KeyThumbprint() {}

    /**
     * The thumbprint of a key on the curve P-256.
     *
     * @throws IllegalArgumentException if it is on another curve
     */
    public static String of(ECPublicKey key) {
        if (key.getParams().getOrder().bitLength() != P256_BYTES * 8) {
            throw new IllegalArgumentException("not a key on the curve P-256");
        }
        String jwk = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
                + coordinate(key.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY()) + "\"}";
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return base64(sha256.digest(jwk.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** A coordinate as RFC 7518 writes it: big-endian and always 32 bytes long. */
    public static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[P256_BYTES];
        byte[] magnitude = bytes.length > P256_BYTES ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        System.arraycopy(magnitude, 0, fixed, P256_BYTES - magnitude.length, magnitude.length);
        return base64(fixed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
