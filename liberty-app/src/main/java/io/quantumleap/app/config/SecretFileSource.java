package io.quantumleap.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a secret from a file that the environment names: {@code QUANTUMLEAP_DATABASE_PASSWORD_FILE=/run/secrets/db} gives
 * {@code quantumleap.database.password}. It wins over a plain environment variable of that name. The file is read each time
 * that it is asked for. A file that cannot be read gives nothing here; the check of the configuration says so.
 */
public final class SecretFileSource implements ConfigSource {

    private static final int ABOVE_ENVIRONMENT = 350;

    private final Map<String, String> environment;

    /** Reads the environment of this process; found by the service loader. */
    public SecretFileSource() {
        this(System.getenv());
    }

    SecretFileSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int getOrdinal() {
        return ABOVE_ENVIRONMENT;
    }

    @Override
    public String getName() {
        return "file of the secret";
    }

    @Override
    public Set<String> getPropertyNames() {
        return ServerSchema.secrets().stream()
                .filter(secret -> environment.containsKey(secret.fileVariable()))
                .map(Setting::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable String getValue(String name) {
        if (!getPropertyNames().contains(name)) {
            return null;
        }
        try {
            return Files.readString(Path.of(environment.getOrDefault(Setting.variable(name) + "_FILE", "")))
                    .strip();
        } catch (IOException | InvalidPathException reportedByTheCheck) {
            return null;
        }
    }
}
