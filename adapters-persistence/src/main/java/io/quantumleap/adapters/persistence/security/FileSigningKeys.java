package io.quantumleap.adapters.persistence.security;

import io.quantumleap.security.token.SigningKey;
import io.quantumleap.security.token.port.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Signing keys in a folder, one file each, numbered; the last is the active one. The first is generated when there is none.
 * Read once; immutable.
 */
public final class FileSigningKeys implements SigningKeys {

    private static final String SUFFIX = ".pem";

    private final List<SigningKey> keys;

    private FileSigningKeys(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads the keys in a folder, and makes the folder and a first key where there is none.
     *
     * @throws IllegalStateException if a key file is damaged or can be read by others
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public static FileSigningKeys in(Path folder) {
        try {
            PrivateFiles.makeFolder(folder);
            Path lockFile = folder.resolve(".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (files(folder).isEmpty() && lock.isValid()) {
                    String name = String.format(Locale.ROOT, "signing-key-%04d%s", 1, SUFFIX);
                    PrivateFiles.write(folder.resolve(name), SigningKeyPem.write(SigningKeyPem.generate()));
                }
                return new FileSigningKeys(read(folder));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The signing keys in " + folder + " cannot be read or made.", failure);
        }
    }

    @Override
    public SigningKey active() {
        return keys.get(keys.size() - 1);
    }

    @Override
    public List<SigningKey> accepted() {
        return keys;
    }

    private static List<SigningKey> read(Path folder) throws IOException {
        List<Path> files = files(folder);
        for (Path file : files) {
            if (PrivateFiles.isOpenToOthers(file)) {
                throw new IllegalStateException("The key file " + file
                        + " is open to others; give it mode 600, or delete it to get a new key.");
            }
        }
        return files.stream().map(SigningKeyPem::read).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
