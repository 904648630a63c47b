package io.quantumleap.app.config;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where settings come from, as this process finds it.
 *
 * @param properties the system properties
 * @param environment the environment variables
 * @param virtualMachine the arguments that the Java virtual machine was started with
 */
record Surroundings(Map<String, String> properties, Map<String, String> environment, List<String> virtualMachine) {

    Surroundings {
        properties = Map.copyOf(properties);
        environment = Map.copyOf(environment);
        virtualMachine = List.copyOf(virtualMachine);
    }

    /** Those of this process. */
    static Surroundings ofThisProcess() {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> properties.put(name, System.getProperty(name, "")));
        return new Surroundings(
                properties,
                System.getenv(),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** The properties file that the environment names, if it names one. */
    Optional<String> configurationFile() {
        return Optional.ofNullable(environment.get(ServerSchema.CONFIG_FILE.variable()));
    }

    /**
     * What stands in that file; nothing if there is none.
     *
     * @throws IOException if it cannot be read
     */
    Map<String, String> configuredByFile() throws IOException {
        Optional<String> name = configurationFile();
        if (name.isEmpty()) {
            return Map.of();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(name.get()), StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("not a properties file", malformed);
        }
        Map<String, String> values = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> values.put(key, lines.getProperty(key)));
        return values;
    }
}
