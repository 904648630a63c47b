package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every attack and odd text of public collections, at the doors of the API: stored as the text that it is and given back byte
 * for byte, or refused with a 400; never expanded, never a failure of the server, never repeated by an error page.
 */
class AttackCollectionsIT {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1_500;

    private static ApiClient client;

    @BeforeAll
    static void signIn() {
        client = People.signedIn("adviser");
    }

    private static Path collection(String file) {
        return Stream.of(System.getProperty("quantumleap.shared.dir"), "../shared", "../../shared")
                .filter(name -> name != null && !name.isBlank())
                .map(name -> Path.of(name, "corpora", file))
                .filter(Files::isReadable)
                .findFirst()
                .orElseGet(() -> {
                    Assumptions.abort(
                            "Skipped: corpora/" + file + " is not beside the checkout (quantumleap.shared.dir)");
                    throw new IllegalStateException("skipped");
                });
    }

    private static List<String> payloads(String file) throws IOException {
        List<String> payloads = new ArrayList<>();
        for (String line : Files.readAllLines(collection(file))) {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                payloads.add(reader.readObject().getString("payload"));
            }
        }
        return payloads;
    }

    private static List<String> oddTexts() throws IOException {
        try (JsonReader reader =
                Json.createReader(new StringReader(Files.readString(collection("naughty_strings.json"))))) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
    }

    private static void storeAndReadBack(List<String> texts) {
        int stored = 0;
        for (String text : texts) {
            if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
                continue;
            }
            Answer answer = client.post(
                    "/api/portfolio",
                    Json.createObjectBuilder()
                            .add("name", text)
                            .add("base_currency", "USD")
                            .build());
            assertThat(answer.status()).as(text).isIn(201, 400);
            if (answer.status() == 201) {
                String id = answer.json().getString("id");
                assertThat(client.get("/api/portfolio/" + id).json().getString("name"))
                        .isEqualTo(text);
                stored++;
            }
        }
        assertThat(stored).isGreaterThan(texts.size() / 3);
    }

    @Test
    void keepScriptsAsTheTextThatTheyAre() throws IOException {
        storeAndReadBack(payloads("xss.jsonl"));
    }

    @Test
    void keepInjectionsAsTheTextThatTheyAre() throws IOException {
        storeAndReadBack(payloads("injection.jsonl"));
    }

    @Test
    void keepOddTextsAsTheyAre() throws IOException {
        storeAndReadBack(oddTexts());
    }

    @Test
    void keepOrdinaryTextsThatOnlyLookLikeAttacks() {
        for (String text : List.of(
                "O'Brien",
                "AT&T <T>",
                "a < b",
                "Drop & Table Trust",
                "SELECT Growth Fund",
                "50% / 50%",
                "=growth",
                "Ünïçødé 資産")) {
            Answer answer = client.post(
                    "/api/portfolio",
                    Json.createObjectBuilder()
                            .add("name", text)
                            .add("base_currency", "USD")
                            .build());
            assertThat(answer.status()).as(text).isEqualTo(201);
            assertThat(answer.json().getString("name")).isEqualTo(text);
        }
    }

    @Test
    void breakNothingInAddressesQueriesAndHeaders() throws IOException {
        List<String> attacks = new ArrayList<>(payloads("xss.jsonl"));
        attacks.addAll(payloads("injection.jsonl"));
        for (String attack : attacks) {
            String encoded = URLEncoder.encode(attack, StandardCharsets.UTF_8);
            if (encoded.length() > LONGEST_ADDRESS) {
                continue;
            }
            assertHarmless(attack, client.get("/api/portfolio?cursor=" + encoded));
            assertHarmless(attack, client.get("/api/market/prices/" + encoded.replace("+", "%20")));
            assertHarmless(attack, SharedServer.running().client().get("/" + encoded.replace("+", "%20")));
        }
    }

    private static void assertHarmless(String attack, Answer answer) {
        assertThat(answer.status()).as(attack).isBetween(200, 499);
        assertThat(answer.header("Content-Security-Policy")).as(attack).contains("frame-ancestors 'none'");
        assertThat(answer.header("Set-Cookie")).as(attack).isEmpty();
        if (attack.contains("<")) {
            assertThat(answer.body()).doesNotContain(attack);
        }
    }
}
