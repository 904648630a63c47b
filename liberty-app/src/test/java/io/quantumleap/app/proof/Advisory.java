package io.quantumleap.app.proof;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A published weakness of a library, as the OSV format writes it.
 *
 * @param affected the versions of packages that have it
 * @see <a href="https://ossf.github.io/osv-schema/">OSV schema</a>
 */
record Advisory(String id, List<String> aliases, String summary, Severity severity, List<Affected> affected) {

    /**
     * Some versions of one package.
     *
     * @param ranges those between two versions
     * @param versions those that are named one by one
     */
    record Affected(String ecosystem, String name, List<Range> ranges, List<String> versions) {

        boolean covers(Component component) {
            return component.coordinates().contains(new Component.Coordinate(ecosystem, name))
                    && (versions.contains(component.version())
                            || ranges.stream().anyMatch(range -> range.contains(component.version())));
        }
    }

    /** What happened to the weakness along the versions. */
    record Range(List<Event> events) {

        /** As the schema evaluates it: the last event that does not come after the version decides. */
        boolean contains(String text) {
            ComparableVersion version = new ComparableVersion(text);
            boolean there = false;
            for (Event event : events) {
                int order = event.isBeginning() ? 1 : version.compareTo(new ComparableVersion(event.version()));
                switch (event.kind()) {
                    case "introduced" -> there |= order >= 0;
                    case "fixed" -> there &= order < 0;
                    case "last_affected" -> there &= order <= 0;
                    default -> {
                        // A limit is for branches of version control.
                    }
                }
            }
            return there;
        }
    }

    /** One event: {@code introduced}, {@code fixed} or {@code last_affected} in a version. */
    record Event(String kind, String version) {

        /** Before every version. */
        boolean isBeginning() {
            return version.equals("0");
        }
    }

    /** Whether this version of this component has the weakness. */
    boolean concerns(Component component) {
        return affected.stream().anyMatch(some -> some.covers(component));
    }

    /**
     * Every record below a folder, whatever its layout: an unpacked export of osv.dev, or a checkout of the GitHub Advisory
     * Database. Those that were withdrawn are left out.
     *
     * @throws IOException if the folder has none, or one cannot be read
     */
    static List<Advisory> in(Path folder) throws IOException {
        List<Advisory> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonObject json = read(file);
                if (!json.containsKey("withdrawn")) {
                    all.add(of(json));
                }
            }
        }
        if (all.isEmpty()) {
            throw new IOException("There is no advisory in " + folder);
        }
        return all;
    }

    private static JsonObject read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (JsonException broken) {
            throw new IOException("not an advisory: " + file, broken);
        }
    }

    static Advisory of(JsonObject json) {
        return new Advisory(
                json.getString("id"),
                texts(json.getJsonArray("aliases")),
                json.getString("summary", ""),
                Severity.of(json),
                objects(json.getJsonArray("affected")).stream()
                        .filter(some -> some.containsKey("package"))
                        .map(Advisory::affected)
                        .toList());
    }

    private static Affected affected(JsonObject json) {
        JsonObject named = json.getJsonObject("package");
        return new Affected(
                named.getString("ecosystem"),
                named.getString("name"),
                objects(json.getJsonArray("ranges")).stream()
                        .filter(range -> !"GIT".equals(range.getString("type", "")))
                        .map(Advisory::range)
                        .toList(),
                texts(json.getJsonArray("versions")));
    }

    private static Range range(JsonObject json) {
        return new Range(objects(json.getJsonArray("events")).stream()
                .flatMap(event -> event.keySet().stream().map(kind -> new Event(kind, event.getString(kind))))
                .sorted(Comparator.comparing((Event event) -> !event.isBeginning())
                        .thenComparing(event -> new ComparableVersion(event.version())))
                .toList());
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array == null
                ? List.of()
                : array.stream().map(JsonValue::asJsonObject).toList();
    }

    private static List<String> texts(JsonArray array) {
        return array == null
                ? List.of()
                : array.getValuesAs(jakarta.json.JsonString.class).stream()
                        .map(jakarta.json.JsonString::getString)
                        .collect(Collectors.toUnmodifiableList());
    }
}
