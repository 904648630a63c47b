package io.quantumleap.app.config;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The properties file that {@code QUANTUMLEAP_CONFIG_FILE} names. A file that cannot be read gives nothing here; the check of
 * the configuration says so before anything is done with it.
 */
public final class ConfigurationFile implements ConfigSource {

    private static final int BELOW_ENVIRONMENT = 200;

    private final Map<String, String> values;

    /** Reads the file once; found by the service loader. */
    public ConfigurationFile() {
        this(Surroundings.ofThisProcess());
    }

    ConfigurationFile(Surroundings surroundings) {
        values = read(surroundings);
    }

    private static Map<String, String> read(Surroundings surroundings) {
        try {
            return surroundings.configuredByFile();
        } catch (IOException reportedByTheCheck) {
            return Map.of();
        }
    }

    @Override
    public int getOrdinal() {
        return BELOW_ENVIRONMENT;
    }

    @Override
    public String getName() {
        return "configuration file";
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.copyOf(values.keySet());
    }

    @Override
    public @Nullable String getValue(String name) {
        return values.get(name);
    }
}
