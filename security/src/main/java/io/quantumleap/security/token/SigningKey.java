package io.quantumleap.security.token;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Objects;

/**
 * A key pair on the curve P-256 for ES256 signatures. It prints its id and nothing else.
 *
 * @param id the thumbprint of the public key (RFC 7638), so that the same key has the same {@code kid} everywhere
 */
public record SigningKey(String id, ECPublicKey publicKey, ECPrivateKey privateKey) {

    /** Refuses missing parts and an id that is not the key's own. */
    public SigningKey {
        Objects.requireNonNull(privateKey, "privateKey");
        if (!KeyThumbprint.of(publicKey).equals(id)) {
            throw new IllegalArgumentException("the id is not the thumbprint of the public key");
        }
    }

    /** A key pair with its id. */
    public static SigningKey of(ECPublicKey publicKey, ECPrivateKey privateKey) {
        return new SigningKey(KeyThumbprint.of(publicKey), publicKey, privateKey);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
