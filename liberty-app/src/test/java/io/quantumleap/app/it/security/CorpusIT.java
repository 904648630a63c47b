package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public lists of attacks and of odd strings: each text is kept as it is, byte for byte, or refused with a 400. */
class CorpusIT {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1_500;

    private static final ApiClient CALLER = People.signedIn("client");

    private static List<String> corpus = List.of();

    private final String portfolio = "/api/portfolio/"
            + CALLER.post("/api/portfolio", named("Corpus")).json().getString("id");

    @BeforeAll
    static void read() {
        Path folder = Path.of(System.getProperty("quantumleap.shared.dir", "../../shared"), "corpora");
        Path here = Files.isDirectory(folder) ? folder : Path.of("../shared/corpora");
        if (Files.isDirectory(here)) {
            corpus = Stream.of("xss.jsonl", "injection.jsonl", "prompt_injection.jsonl", "naughty_strings.json")
                    .flatMap(name -> texts(here.resolve(name)))
                    .filter(text -> StandardCharsets.UTF_16.newEncoder().canEncode(text))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> texts(Path file) {
        try {
            if (file.toString().endsWith(".jsonl")) {
                return Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> parsed(line).asJsonObject().getString("payload"));
            }
            return parsed(Files.readString(file)).asJsonArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonValue parsed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static jakarta.json.JsonObject named(String name) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("base_currency", "EUR")
                .build();
    }

    private static boolean isStorable(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST_NAME && !hasControl(text);
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    /** Nothing that anyone could see. */
    private static boolean isBlank(String text) {
        return text.replaceAll("[\\p{Z}\\p{C}]", "").isEmpty();
    }

    private static List<String> corpus() {
        assumeThat(corpus).as("the corpora are not here").isNotEmpty();
        return corpus;
    }

    /** What came of each text that is not what should have. */
    private static List<String> surprises(Predicate<String> fine) {
        List<String> surprises = new ArrayList<>();
        for (String text : corpus()) {
            if (!fine.test(text)) {
                surprises.add(text);
            }
        }
        return surprises;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "AT&T <T>",
                "a < b",
                "  Retirement  ",
                "Été — 退職 👩‍👩‍👧",
                "null",
                "=1+1",
                "\\\\server\\x",
                "100 %"
            })
    void keepsHonestTextByteForByte(String name) {
        Answer created = CALLER.post("/api/portfolio", named(name));
        assertThat(created.status()).as(created.body()).isEqualTo(201);

        Answer read = CALLER.get("/api/portfolio/" + created.json().getString("id"));
        assertThat(read.json().getString("name")).isEqualTo(name);
        assertThat(read.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void keepsOrRefusesEachTextAsAName() {
        assertThat(surprises(text -> {
                    Answer answer = CALLER.patch(
                            portfolio,
                            Json.createObjectBuilder().add("name", text).build());
                    return isStorable(text)
                            ? answer.status() == 200
                                    && CALLER.get(portfolio)
                                            .json()
                                            .getString("name")
                                            .equals(text)
                            : answer.status() == 400;
                }))
                .isEmpty();
    }

    @Test
    void keepsOrRefusesEachTextAsAnExternalId() {
        assertThat(surprises(text -> {
                    Answer answer = CALLER.post(
                            portfolio + "/transactions",
                            Json.createObjectBuilder()
                                    .add("date", "2024-01-02")
                                    .add("type", "deposit")
                                    .add("amount", "1")
                                    .add("external_id", text)
                                    .build());
                    if (text.isBlank()) {
                        return answer.status() == 201 && answer.json().isNull("external_id");
                    }
                    // Blanks around a cell are no part of it, so that two texts may be one.
                    return isStorable(text.strip())
                            ? (answer.status() == 201 || answer.status() == 200)
                                    && answer.json().getString("external_id").equals(text.strip())
                            : answer.status() == 400;
                }))
                .isEmpty();
    }

    @Test
    void letsNobodyInByAnyText() {
        ApiClient anyone = People.server().client();
        List<String> names = corpus().subList(0, 60);
        assertThat(names).noneMatch(text -> {
            int status = anyone.post(
                            "/api/auth/login",
                            Json.createObjectBuilder()
                                    .add("username", text)
                                    .add("password", text)
                                    .build())
                    .status();
            return status != 401 && status != 400;
        });
    }

    @Test
    void findsNothingByAnyTextInAnAddress() {
        assertThat(surprises(text -> {
                    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
                    int asPath = CALLER.get("/api/portfolio/x" + encoded + "/holdings")
                            .status();
                    int asQuery =
                            CALLER.get(portfolio + "/holdings?as_of=" + encoded).status();
                    return (asPath == 404 || asPath == 400) && (asQuery == 400 || asQuery == 200 || asQuery == 422);
                }))
                .isEmpty();
    }

    @Test
    void breaksNothingInAddressesAndQueries() {
        assertThat(surprises(text -> {
                    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
                    String path = encoded.replace("+", "%20");
                    return encoded.length() > LONGEST_ADDRESS
                            || Stream.of(
                                            CALLER.get("/api/portfolio?cursor=" + encoded),
                                            CALLER.get("/api/market/prices/" + path),
                                            People.server().client().get("/" + path))
                                    .allMatch(answer -> isHarmless(text, answer));
                }))
                .isEmpty();
    }

    /** No failure, no cookie, no page that repeats markup, and the headers of every answer. */
    private static boolean isHarmless(String text, Answer answer) {
        return answer.status() >= 200
                && answer.status() < 500
                && answer.header("Content-Security-Policy").contains("frame-ancestors 'none'")
                && answer.header("Set-Cookie").isEmpty()
                && !(text.contains("<") && answer.body().contains(text));
    }

    @Test
    void answersEachTextInTheAssistant() {
        // Several people, since one may not ask that often.
        List<ApiClient> callers = List.of(asker(), asker(), asker());
        AtomicInteger turn = new AtomicInteger();
        assertThat(surprises(text -> {
                    ApiClient caller = callers.get(turn.getAndIncrement() % callers.size());
                    int status = caller.post(
                                    "/api/ai/chat",
                                    Json.createObjectBuilder()
                                            .add("message", text)
                                            .build())
                            .status();
                    return status == 200 || (status == 400 && (isBlank(text) || hasControl(text)));
                }))
                .isEmpty();
    }

    private static ApiClient asker() {
        ApiClient caller = People.signedIn("client");
        assertThat(caller.post("/api/portfolio", named("Assistant")).status()).isEqualTo(201);
        return caller;
    }

    @Test
    void countsWhatLooksLikeAnAttackAndLetsItPass() {
        String marker = UUID.randomUUID().toString();
        Answer answer = CALLER.patch(
                portfolio,
                Json.createObjectBuilder()
                        .add("name", "<script>" + marker + "</script>")
                        .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(People.server().client().get("/metrics").body())
                .containsPattern("quantumleap_attack_shaped_inputs_total\\{[^}]*shape=\"script\"");
        assertThat(String.join("\n", People.server().log())).doesNotContain(marker);
    }
}
