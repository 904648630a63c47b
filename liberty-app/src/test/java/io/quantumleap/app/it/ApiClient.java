package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A small HTTP client for tests; immutable, so that one user's client is never another's by accident. */
public final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String url;
    private final Map<String, String> headers;

    ApiClient(String url) {
        this(url, Map.of());
    }

    private ApiClient(String url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    /** The same client with a header field on every request. */
    public ApiClient with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ApiClient(url, more);
    }

    /** The same client with somebody's access token. */
    public ApiClient signedIn(ServerProcess.SignIn signIn) {
        return with("Authorization", "Bearer " + token(signIn));
    }

    /** The access token of a sign-in that must succeed. */
    public String token(ServerProcess.SignIn signIn) {
        Answer answer = post(
                "/api/auth/login",
                Json.createObjectBuilder()
                        .add("username", signIn.username())
                        .add("password", signIn.password())
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getString("access_token");
    }

    /** Sends a GET request. */
    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Sends a DELETE request. */
    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Sends a POST request without a body. */
    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** Posts JSON. */
    public Answer post(String path, JsonObject json) {
        return post(path, "application/json", json.toString());
    }

    /** Patches with JSON. */
    public Answer patch(String path, JsonObject json) {
        return with("Content-Type", "application/json").send("PATCH", path, BodyPublishers.ofString(json.toString()));
    }

    /** Posts a text of some type. */
    public Answer post(String path, String type, String body) {
        return with("Content-Type", type).send("POST", path, BodyPublishers.ofString(body));
    }

    /** Sends any request. */
    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Whether the server says that it can serve; false while nobody listens. */
    boolean isReady() {
        try {
            return get("/health/ready").status() == 200;
        } catch (UncheckedIOException nobodyListens) {
            return false;
        }
    }

    /** What the server answered. */
    public record Answer(HttpResponse<String> response) {

        /** The status. */
        public int status() {
            return response.statusCode();
        }

        /** The body as text. */
        public String body() {
            return response.body();
        }

        /** The body as a JSON object. */
        public JsonObject json() {
            try (var reader = Json.createReader(new StringReader(body()))) {
                return reader.readObject();
            }
        }

        /** A header field, empty if it is not there. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
