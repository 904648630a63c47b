package io.quantumleap.adapters.persistence;

import io.quantumleap.adapters.persistence.embedded.EmbeddedDatabase;
import io.quantumleap.adapters.persistence.embedded.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One embedded PostgreSQL server for all tests of a JVM, tuned for speed since its data is thrown away. */
public final class TestServer {

    private TestServer() {}

    /** The running server; the first caller starts it, the end of the JVM stops it and removes its data. */
    public static EmbeddedDatabase running() {
        return Holder.SERVER;
    }

    /** The password of the role {@code postgres} there. */
    static String administratorPassword() {
        try {
            return Files.readString(Holder.DIRECTORY.resolve("database").resolve("administrator-password"))
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Settings for a server in a folder of one's own, whose programs are unpacked once for the whole module. */
    public static EmbeddedSettings settings(Path directory) {
        return EmbeddedSettings.in(directory)
                .withBinaries(Path.of("target", "embedded-postgres"))
                .withServerSetting("fsync", "off")
                .withServerSetting("synchronous_commit", "off")
                .withServerSetting("full_page_writes", "off");
    }

    private static final class Holder {

        static final Path DIRECTORY = folder();
        static final EmbeddedDatabase SERVER = start();

        private static Path folder() {
            try {
                return Files.createTempDirectory("quantumleap-test-");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static EmbeddedDatabase start() {
            EmbeddedDatabase server = EmbeddedDatabase.start(
                    settings(DIRECTORY.resolve("database")).withServerSetting("max_connections", "200"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, DIRECTORY)));
            return server;
        }

        private static void stop(EmbeddedDatabase server, Path directory) {
            server.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
