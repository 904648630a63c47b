package io.quantumleap.adapters.persistence.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an embedded server lives.
 *
 * @param directory holds the data, the lock and the administrator's password
 * @param binaries holds the unpacked server programs; several servers may share it
 * @param port where it listens on the loopback address; zero for any free port
 * @param serverSettings further settings of {@code postgresql.conf}, which win over ours
 */
public record EmbeddedSettings(Path directory, Path binaries, int port, Map<String, String> serverSettings) {

    /** Paths become absolute, since the server changes its working directory. */
    public EmbeddedSettings {
        directory = directory.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        serverSettings = Map.copyOf(serverSettings);
    }

    /** Everything in one folder, any free port. */
    public static EmbeddedSettings in(Path directory) {
        return new EmbeddedSettings(directory, directory, 0, Map.of());
    }

    /** The same server with its programs unpacked elsewhere. */
    public EmbeddedSettings withBinaries(Path place) {
        return new EmbeddedSettings(directory, place, port, serverSettings);
    }

    /** The same server on a port of one's choice. */
    public EmbeddedSettings withPort(int number) {
        return new EmbeddedSettings(directory, binaries, number, serverSettings);
    }

    /** The same server with one setting changed. */
    public EmbeddedSettings withServerSetting(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(serverSettings);
        changed.put(name, value);
        return new EmbeddedSettings(directory, binaries, port, changed);
    }
}
