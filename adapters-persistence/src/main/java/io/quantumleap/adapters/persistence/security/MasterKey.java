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
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret that is not in the database and without which the secrets in it cannot be read: AES-256-GCM, a new nonce for
 * each text, and the name of what is encrypted bound to it, so that one row's text is no good in another.
 *
 * <p>The file has one key a line. The first encrypts; the others still decrypt, so that one key can follow another while the
 * program runs: the file is looked at again when it is used, once a second at most. A file that has become unusable changes
 * nothing but the log. Safe for use by many threads.
 */
public final class MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();
    private static final System.Logger LOG = System.getLogger(MasterKey.class.getName());

    private final Path file;
    private final SecureRandom random;
    private volatile List<SecretKeySpec> keys;
    private volatile long lookedAt = System.nanoTime();

    private MasterKey(Path file, List<SecretKeySpec> keys, SecureRandom random) {
        this.file = file;
        this.keys = keys;
        this.random = random;
    }

    /**
     * Reads the keys from a file with 32 bytes in base64 on each line, and makes the file, for the owner alone, where there is
     * none.
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
            return new MasterKey(file, read(file), random);
        } catch (IOException failure) {
            throw new UncheckedIOException("The master key in " + file + " cannot be read or made.", failure);
        }
    }

    /** Of several programs that start at once, one makes it; a file lock keeps programs apart and not threads. */
    private static synchronized void make(Path folder, Path file, SecureRandom random) throws IOException {
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

    private static List<SecretKeySpec> read(Path file) throws IOException {
        if (PrivateFiles.isOpenToOthers(file)) {
            throw new UnusableKeyException("The master key " + file + " is open to others; give it mode 600.");
        }
        List<byte[]> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.isBlank())
                .map(MasterKey::decoded)
                .toList();
        if (lines.isEmpty() || lines.stream().anyMatch(bytes -> bytes.length != KEY_BYTES)) {
            throw new UnusableKeyException("The master key " + file + " is damaged: it is not 32 bytes in base64.");
        }
        return lines.stream().map(bytes -> new SecretKeySpec(bytes, "AES")).toList();
    }

    private List<SecretKeySpec> current() {
        if (System.nanoTime() - lookedAt > BETWEEN_LOOKS) {
            look();
        }
        return keys;
    }

    private void look() {
        lookedAt = System.nanoTime();
        try {
            keys = read(file);
        } catch (IOException | UnusableKeyException unusable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The file of the master key has become unusable; going on with what was in it: {0}",
                    unusable.getMessage());
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    /** Encrypts, bound to a name. */
    public byte[] seal(String name, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = encrypted(current().get(0), name, nonce, plain);
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
    public byte[] open(String name, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw new UnusableKeyException("A secret in the database is damaged: " + name + ".");
        }
        List<SecretKeySpec> known = current();
        Optional<byte[]> plain = decrypted(known, name, sealed);
        if (plain.isEmpty()) {
            // Another instance may be a moment ahead.
            look();
            plain = decrypted(keys, name, sealed);
        }
        return plain.orElseThrow(() -> new UnusableKeyException("A secret in the database (" + name
                + ") was not encrypted with this master key. Every instance on one database needs the same master key"
                + " file."));
    }

    /**
     * Encrypts anew what another key than the first had encrypted; empty if the first key did.
     *
     * @throws UnusableKeyException as {@link #open}
     */
    Optional<byte[]> resealed(String name, byte[] sealed) {
        byte[] plain = open(name, sealed);
        return decrypted(current().subList(0, 1), name, sealed).isPresent()
                ? Optional.empty()
                : Optional.of(seal(name, plain));
    }

    /** A text that was encrypted with another key, or changed, fails the authentication of GCM. */
    private static Optional<byte[]> decrypted(List<SecretKeySpec> candidates, String name, byte[] sealed) {
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        byte[] text = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
        for (SecretKeySpec candidate : candidates) {
            try {
                return Optional.of(crypt(Cipher.DECRYPT_MODE, candidate, name, nonce, text));
            } catch (GeneralSecurityException anotherKeyDid) {
                // The next one may fit.
            }
        }
        return Optional.empty();
    }

    private static byte[] encrypted(SecretKeySpec key, String name, byte[] nonce, byte[] plain) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, key, name, nonce, plain);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM cannot encrypt", impossible);
        }
    }

    private static byte[] crypt(int mode, SecretKeySpec key, String name, byte[] nonce, byte[] text)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(text);
    }
}
