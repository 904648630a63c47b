package io.quantumleap.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property from a file that the environment names: {@code QUANTUMLEAP_DATABASE_PASSWORD_FILE=/run/secrets/db} gives
 * {@code quantumleap.database.password}. It wins over a plain environment variable of that name.
 */
public final class SecretFileSource implements ConfigSource {

    private static final String PREFIX = "quantumleap.";
    private static final String SUFFIX = "_FILE";
    private static final int ABOVE_ENVIRONMENT = 350;
    private static final Set<String> SECRETS =
            Set.of("quantumleap.database.password", "quantumleap.chat.openai.api-key");

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
        return "files named by QUANTUMLEAP_…_FILE";
    }

    @Override
    public Set<String> getPropertyNames() {
        return SECRETS.stream()
                .filter(name -> environment.containsKey(variable(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws InvalidSettingsException if the file cannot be read */
    @Override
    public @Nullable String getValue(String name) {
        String file = name.startsWith(PREFIX) ? environment.get(variable(name)) : null;
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException failure) {
            throw new InvalidSettingsException(List.of(
                    "The file " + file + ", named by " + variable(name) + ", cannot be read: " + failure + "."));
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + SUFFIX;
    }
}
