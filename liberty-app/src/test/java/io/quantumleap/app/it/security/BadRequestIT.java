package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.SharedServer;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer is a problem document with the right status, and says nothing of the inside. */
class BadRequestIT {

    private final ApiClient anyone = SharedServer.running().client();
    private final ApiClient caller = People.signedIn("client");

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("type")).isEqualTo("urn:quantumleap:problem:" + type);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("instance"))
                .isEqualTo("urn:quantumleap:request:" + answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContain("Exception", "io.quantumleap", "SELECT", "jakarta", "com.ibm");
    }

    @Test
    void answersAnUnknownRouteOfTheApi() {
        assertProblem(caller.get("/api/nowhere"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/app/nowhere.js",
                "/nowhere/at/all.html",
                "/app",
                "/webjars/nothing.js",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/error-page"
            })
    void answersAnUnknownPage(String path) {
        assertProblem(anyone.get(path), 404, "not-found");
    }

    /** Refused by the container before any filter has seen it. */
    @Test
    void answersAnEncodedSlash() {
        assertProblem(caller.get("/api/market/prices/GBP%2FEUR"), 400, "malformed-request");
    }

    @Test
    void showsAPersonAPage() {
        Answer answer = anyone.with("Accept", "text/html,application/xhtml+xml").get("/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void namesTheMethodsThatARouteTakes() {
        Answer answer = caller.send("PUT", "/api/auth/me", BodyPublishers.ofString("{}"));

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET").doesNotContain("PUT");
    }

    @Test
    void takesNothingButReadingOnPages() {
        Answer answer = anyone.post("/index.html", "text/plain", "x");

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void answersAnUnacceptableType() {
        assertProblem(caller.with("Accept", "image/png").get("/api/auth/me"), 406, "not-acceptable");
    }

    @Test
    void answersAWrongBodyType() {
        assertProblem(anyone.post("/api/auth/login", "text/xml", "<login/>"), 415, "unsupported-media-type");
        assertProblem(
                anyone.post("/api/auth/login", "application/x-www-form-urlencoded", "username=a&password=b"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"c\"}",
                "\u0000\u0001",
                "<a/>"
            })
    void answersABodyThatIsNoJson(String body) {
        assertProblem(anyone.post("/api/auth/login", "application/json", body), 400, "malformed-request");
    }

    @Test
    void answersDeepJson() {
        assertProblem(
                anyone.post("/api/auth/login", "application/json", "[".repeat(7000) + "]".repeat(7000)),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"a\",\"password\":\"b\",\"admin\":true} | admin        | unknown-field",
                "{\"username\":\"a\"}                                   | password     | not-null",
                "{\"username\":\"\",\"password\":\"b\"}                 | username     | size",
                "{\"username\":{},\"password\":\"b\"}                   | username     | wrong-type",
            })
    void namesTheFieldAtFault(String body, String field, String code) {
        Answer answer = anyone.post("/api/auth/login", "application/json", body);

        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.json().getJsonArray("errors"))
                .singleElement()
                .extracting(JsonValue::asJsonObject)
                .satisfies(error -> {
                    assertThat(error.getString("field")).isEqualTo(field);
                    assertThat(error.getString("code")).isEqualTo(code);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=%00", "cursor=..%2F", "cursor=AAAA"})
    void answersAPageThatCannotBe(String query) {
        assertProblem(SharedServer.administrator().get("/api/users?" + query), 400, "invalid-request");
    }

    @Test
    void answersABodyThatIsTooLong() {
        assertProblem(
                anyone.post("/api/auth/login", "application/json", " ".repeat(17 * 1024)), 413, "payload-too-large");
    }

    @Test
    void answersABodyInChunksThatIsTooLong() {
        RawHttp.Answer answer = new RawHttp(SharedServer.running())
                .sendChunked("POST /api/auth/login HTTP/1.1", 4 * 1024 * 1024, "Content-Type: application/json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n"})
    void answersABodyWhoseChunksAreNone(String body) {
        RawHttp.Answer answer = new RawHttp(SharedServer.running())
                .sendBody(
                        "POST /api/auth/login HTTP/1.1",
                        body,
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
    void takesNoCompressedBody(String encoding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"username\":\"a\",\"password\":\"b\"}".getBytes(StandardCharsets.US_ASCII));
        }

        Answer answer = anyone.with("Content-Type", "application/json")
                .with("Content-Encoding", encoding)
                .send("POST", "/api/auth/login", BodyPublishers.ofByteArray(packed.toByteArray()));

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void doesNotReadABodyOfSomeoneUnknown() {
        RawHttp.Answer answer = new RawHttp(SharedServer.running())
                .sendChunked("POST /api/market/prices/import HTTP/1.1", 4 * 1024 * 1024, "Content-Type: text/csv");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void answersAFileThatIsTooLong() {
        ApiClient adviser = People.signedIn("adviser");
        Answer declared = adviser.with("Content-Type", "text/csv")
                .send("POST", "/api/market/instruments/import", BodyPublishers.ofByteArray(new byte[21 * 1024 * 1024]));
        assertProblem(declared, 413, "payload-too-large");

        String token = People.token(People.person("adviser"));
        RawHttp.Answer chunked = new RawHttp(SharedServer.running())
                .sendChunked(
                        "POST /api/market/prices/import HTTP/1.1",
                        50L * 1024 * 1024,
                        "Content-Type: text/csv",
                        "Authorization: Bearer " + token);
        assertThat(chunked.status()).as(chunked.text()).isEqualTo(413);
        assertThat(chunked.isProblem()).isTrue();
    }
}
