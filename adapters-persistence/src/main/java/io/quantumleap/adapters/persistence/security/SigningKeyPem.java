package io.quantumleap.adapters.persistence.security;

import io.quantumleap.security.token.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signing key as PEM text: the private key (PKCS #8) and its public key (X.509), one after the other. */
final class SigningKeyPem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

    private SigningKeyPem() {}

    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return SigningKey.of((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }

    static String write(SigningKey key) {
        return block("PRIVATE", key.privateKey().getEncoded())
                + block("PUBLIC", key.publicKey().getEncoded());
    }

    static SigningKey read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            KeyFactory factory = KeyFactory.getInstance("EC");
            SigningKey key = SigningKey.of(
                    (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(bytes(text, "PUBLIC"))),
                    (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(text, "PRIVATE"))));
            requirePair(key);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException damaged) {
            throw new IllegalStateException(
                    "The key file " + file
                            + " is damaged: it holds no pair of P-256 keys. Restore it, or delete it to get"
                            + " a new key.",
                    damaged);
        } catch (IOException failure) {
            throw new UncheckedIOException("The key file " + file + " cannot be read.", failure);
        }
    }

    private static void requirePair(SigningKey key) throws GeneralSecurityException {
        byte[] message = "pair".getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(key.privateKey());
        signer.update(message);
        byte[] signature = signer.sign();
        signer.initVerify(key.publicKey());
        signer.update(message);
        if (!signer.verify(signature)) {
            throw new GeneralSecurityException("the two keys do not belong together");
        }
    }

    private static String block(String kind, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
    }

    private static byte[] bytes(String text, String kind) throws GeneralSecurityException {
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (kind.equals(blocks.group(1))) {
                return Base64.getMimeDecoder().decode(blocks.group(2));
            }
        }
        throw new GeneralSecurityException("no " + kind + " KEY block");
    }
}
