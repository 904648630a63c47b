package io.quantumleap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/operate.md lists the properties that the server reads, with the defaults that it has. */
class ConfigurationPageTest {

    private static final Path ROOT = Checkout.root();
    private static final Path DEFAULTS =
            ROOT.resolve("liberty-app/src/main/resources/META-INF/microprofile-config.properties");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(quantumleap\\.[a-z.-]+)` \\| (?:`([^`]*)`)?.* \\|$");

    /** Derived from others, so that they are not for operators to set. */
    private static final Set<String> DERIVED = Set.of("quantumleap.auth.own-jwks-url");

    @Test
    void statesEveryDefault() throws IOException {
        Map<String, String> documented = rows();
        Properties defaults = defaults();
        assertThat(defaults.stringPropertyNames())
                .filteredOn(name -> name.startsWith("quantumleap.") && !DERIVED.contains(name))
                .isNotEmpty()
                .allSatisfy(name -> {
                    assertThat(documented).containsKey(name);
                    if (!defaults.getProperty(name).contains("${quantumleap.")) {
                        assertThat(documented).containsEntry(name, defaults.getProperty(name));
                    }
                });
    }

    @Test
    void namesNoPropertyThatNothingReads() throws IOException {
        String reader = Files.readString(
                ROOT.resolve("liberty-app/src/main/java/io/quantumleap/app/config/SettingsReader.java"));
        assertThat(rows().keySet())
                .isNotEmpty()
                .allMatch(name -> reader.contains('"' + name.substring("quantumleap.".length()) + '"'));
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(ROOT.resolve("docs/operate.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        return rows;
    }

    private static Properties defaults() throws IOException {
        Properties defaults = new Properties();
        try (Reader text = Files.newBufferedReader(DEFAULTS)) {
            defaults.load(text);
        }
        return defaults;
    }
}
