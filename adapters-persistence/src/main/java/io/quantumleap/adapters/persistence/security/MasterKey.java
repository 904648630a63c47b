package io.quantumleap.adapters.persistence.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret that is not in the database and without which the secrets in it cannot be read: AES-256-GCM, a new nonce for
 * each text, and the name of what is encrypted bound to it, so that one row's text is no good in another. Safe for use by
 * many threads.
 */
public final class MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;

    private final SecretKeySpec key;
    private final SecureRandom random;

    private MasterKey(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * Reads the key from a file of 32 bytes in base64, and makes the file, for the owner alone, where there is none.
     *
     * @throws UnusableKeyException if the file is damaged or can be read by others
     * @throws UncheckedIOException if it cannot be read or written
     */
    public static MasterKey in(Path file, SecureRandom random) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IOException("a file lies in a folder: " + file);
            }
            if (!Files.exists(file)) {
                make(folder, file, random);
            }
            return read(file, random);
        } catch (IOException failure) {
            throw new UncheckedIOException("The master key in " + file + " cannot be read or made.", failure);
        }
    }

    /** Of several programs that start at once, one makes it. */
    private static void make(Path folder, Path file, SecureRandom random) throws IOException {
        PrivateFiles.makeFolder(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(file) && lock.isValid()) {
                byte[] bytes = new byte[KEY_BYTES];
                random.nextBytes(bytes);
                PrivateFiles.write(file, Base64.getEncoder().encodeToString(bytes) + "\n");
            }
        }
    }

    private static MasterKey read(Path file, SecureRandom random) throws IOException {
        if (PrivateFiles.isOpenToOthers(file)) {
            throw new UnusableKeyException("The master key " + file + " is open to others; give it mode 600.");
        }
        byte[] bytes = decoded(Files.readString(file, StandardCharsets.US_ASCII));
        if (bytes.length != KEY_BYTES) {
            throw new UnusableKeyException("The master key " + file + " is damaged: it is not 32 bytes in base64.");
        }
        return new MasterKey(bytes, random);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    /** Encrypts, bound to a name. */
    byte[] seal(String name, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, name, nonce, plain);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Decrypts what was encrypted under this name.
     *
     * @throws UnusableKeyException if it was encrypted with another key or under another name, or was changed
     */
    byte[] open(String name, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw new UnusableKeyException("A secret in the database is damaged: " + name + ".");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, name, nonce, Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length));
    }

    private byte[] crypt(int mode, String name, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeyException(
                    "A secret in the database (" + name + ") was not encrypted with this master key."
                            + " Every instance on one database needs the same master key file.",
                    failure);
        }
    }
}
