package io.quantumleap.app.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** The server's HTTP interface as a signed-in user, to prepare what a page shows and to compare it with what the server says. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "a long enough password";

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    static Api as(Credentials credentials) {
        JsonObject body = new JsonObject();
        body.addProperty("username", credentials.username());
        body.addProperty("password", credentials.password());
        JsonObject answer = send(request("/api/auth/login")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        return new Api(answer.get("access_token").getAsString());
    }

    /** A user that no other test shares. */
    static Credentials newUser(String... roles) {
        Credentials credentials =
                new Credentials("browser-" + UUID.randomUUID().toString().substring(0, 13), PASSWORD);
        JsonObject user = new JsonObject();
        user.addProperty("username", credentials.username());
        user.addProperty("password", credentials.password());
        JsonArray names = new JsonArray();
        for (String role : roles) {
            names.add(role);
        }
        user.add("roles", names);
        as(Site.administrator()).post("/api/users", user);
        return credentials;
    }

    static Credentials newAdviserWithSample() {
        Credentials adviser = newUser("adviser");
        as(adviser).post("/api/portfolio/sample", new JsonObject());
        return adviser;
    }

    JsonObject get(String path) {
        return send(authorised(path).GET().build());
    }

    JsonObject post(String path, JsonObject body) {
        return send(authorised(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    String createPortfolio(String name) {
        JsonObject portfolio = new JsonObject();
        portfolio.addProperty("name", name);
        portfolio.addProperty("base_currency", "USD");
        return post("/api/portfolio", portfolio).get("id").getAsString();
    }

    private HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Site.url() + path)).header("Accept", "application/json");
    }

    private static JsonObject send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " answered "
                        + response.statusCode() + " " + response.body());
            }
            return JsonParser.parseString(response.body()).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
