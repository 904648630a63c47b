package io.quantumleap.app.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The defaults of the schema, below every other source. */
public final class SchemaDefaults implements ConfigSource {

    private static final int BELOW_ALL = 100;

    private final Map<String, String> values = new TreeMap<>();

    /** Reads the schema; found by the service loader. */
    public SchemaDefaults() {
        for (Setting<?> setting : ServerSchema.all()) {
            String standard = setting.standard();
            if (standard != null) {
                values.put(setting.name(), standard);
            }
        }
    }

    @Override
    public int getOrdinal() {
        return BELOW_ALL;
    }

    @Override
    public String getName() {
        return "default";
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
