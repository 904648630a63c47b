package io.quantumleap.app.proof;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that is shipped: a Maven artifact of one version. */
record Component(String group, String artifact, String version) {

    private static final Pattern PURL = Pattern.compile("pkg:maven/([^/]+)/([^@?]+)@([^?#]+).*");
    private static final String WEBJARS = "org.webjars.npm";

    /** How an advisory names a package. */
    record Coordinate(String ecosystem, String name) {}

    /** The names that advisories may have for it; a web jar holds a package of npm. */
    List<Coordinate> coordinates() {
        List<Coordinate> names = new ArrayList<>(List.of(new Coordinate("Maven", group + ":" + artifact)));
        if (group.equals(WEBJARS)) {
            names.add(new Coordinate("npm", artifact.replace("__", "/")));
        }
        return names;
    }

    /** Reads a package URL of the type Maven. */
    static Component of(String purl) {
        Matcher parts = PURL.matcher(purl);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a package URL of Maven: " + purl);
        }
        return new Component(decoded(parts.group(1)), decoded(parts.group(2)), decoded(parts.group(3)));
    }

    /** Everything that a CycloneDX bill of materials names. */
    static List<Component> billedIn(Path bill) throws IOException {
        try (InputStream in = Files.newInputStream(bill);
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("components").stream()
                    .map(JsonValue::asJsonObject)
                    .map((JsonObject component) -> of(component.getString("purl")))
                    .toList();
        }
    }

    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
