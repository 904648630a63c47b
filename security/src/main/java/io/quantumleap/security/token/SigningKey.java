package io.quantumleap.security.token;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
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

    /** A new key pair that nobody has seen. */
    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return of((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
