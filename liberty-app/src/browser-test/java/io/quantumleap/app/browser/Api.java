package io.quantumleap.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ServerProcess.SignIn;
import io.quantumleap.app.it.SharedServer;
import java.util.UUID;

/** The server's HTTP interface as a signed-in user, to prepare what a page shows and to compare it with what the server says. */
final class Api {

    private static final String PASSWORD = "a long enough password";

    private final ApiClient client;

    private Api(ApiClient client) {
        this.client = client;
    }

    static Api as(SignIn user) {
        return new Api(SharedServer.running().client().signedIn(user));
    }

    /** A user that no other test shares. */
    static SignIn newUser(String... roles) {
        SignIn signIn = new SignIn("browser-" + UUID.randomUUID(), PASSWORD);
        JsonObject user = new JsonObject();
        user.addProperty("username", signIn.username());
        user.addProperty("password", signIn.password());
        JsonArray names = new JsonArray();
        for (String role : roles) {
            names.add(role);
        }
        user.add("roles", names);
        as(Site.administrator()).post("/api/users", user);
        return signIn;
    }

    static SignIn newAdviserWithSample() {
        SignIn adviser = newUser("adviser");
        parsed(as(adviser).client.post("/api/portfolio/sample"));
        return adviser;
    }

    JsonObject get(String path) {
        return parsed(client.get(path));
    }

    JsonObject post(String path, JsonObject body) {
        return parsed(client.post(path, "application/json", body.toString()));
    }

    String createPortfolio(String name) {
        JsonObject portfolio = new JsonObject();
        portfolio.addProperty("name", name);
        portfolio.addProperty("base_currency", "USD");
        return post("/api/portfolio", portfolio).get("id").getAsString();
    }

    private static JsonObject parsed(ApiClient.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
