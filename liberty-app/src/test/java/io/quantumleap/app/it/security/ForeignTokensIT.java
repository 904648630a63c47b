package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Project Wycheproof's signed tokens, the valid ones among them: keys, algorithms, serialisations and paddings that are not ours,
 * at a door that only our tokens open.
 */
class ForeignTokensIT {

    private static final int FEWEST = 300;

    private static List<String> tokens() throws IOException {
        Optional<Path> file = Stream.of(
                        System.getProperty("quantumleap.shared.dir", "../../shared"), "../shared", "../../shared")
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name, "corpora", "wycheproof_jws.json"))
                .filter(Files::isReadable)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "corpora/wycheproof_jws.json is not beside the checkout");
        List<String> tokens = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file.get())))) {
            reader.readObject().getJsonArray("testGroups").forEach(group -> group.asJsonObject()
                    .getJsonArray("tests")
                    .forEach(test -> tokens.add(text(test.asJsonObject().get("jws")))));
        }
        return tokens;
    }

    /** Some are serialised as JSON. */
    private static String text(JsonValue jws) {
        return jws instanceof JsonString compact ? compact.getString() : jws.toString();
    }

    @Test
    void openNothing() throws IOException {
        List<String> tokens = tokens();
        RawHttp http = new RawHttp(SharedServer.running());

        List<String> accepted = tokens.stream()
                .filter(token -> {
                    int status = http.send(
                                    "GET /api/auth/me HTTP/1.1",
                                    "Authorization: Bearer " + token.replaceAll("[\\r\\n]", ""))
                            .status();
                    return status != 401 && status != 400;
                })
                .toList();

        assertThat(tokens).hasSizeGreaterThan(FEWEST);
        assertThat(accepted).isEmpty();
    }
}
