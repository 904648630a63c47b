package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.chat.model.StandInProvider;
import io.quantumleap.adapters.rest.chat.model.WireFormat;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged server with two providers, which stand-ins play: who is asked, with whose key, and what it costs. */
class ModelCostsIT {

    private static final String CHAT = "/api/ai/chat";
    private static final String COSTS = "/api/ai/cost-tracking";
    private static final String BUDGET = COSTS + "/budget";
    private static final String KEY = "sk-of-the-installation";

    private static StandInProvider openai;
    private static StandInProvider anthropic;
    private static ServerProcess server;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        openai = new StandInProvider(WireFormat.OPENAI);
        anthropic = new StandInProvider(WireFormat.ANTHROPIC);
        server = ServerProcess.setup()
                .with("quantumleap.chat.openai.base-url", openai.baseUrl())
                .with("quantumleap.chat.openai.model", "model-a")
                .with("quantumleap.chat.openai.api-key", KEY)
                .with("quantumleap.chat.openai.retries", "0")
                .with("quantumleap.chat.anthropic.base-url", anthropic.baseUrl())
                .with("quantumleap.chat.anthropic.model", "model-b")
                .with("quantumleap.chat.anthropic.api-key", KEY)
                .with("quantumleap.chat.anthropic.retries", "0")
                .with("quantumleap.chat.prices", "model-a=2.50/10.00")
                .start()
                .awaitReady();
        admin = server.client().signedIn(server.firstSignIn());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        openai.close();
        anthropic.close();
    }

    @BeforeEach
    void forget() {
        openai.reset();
        anthropic.reset();
    }

    @Test
    void saysThatThereIsNoUsageYet() {
        JsonObject costs = newUser().get(COSTS).json();
        assertThat(costs.getString("state")).isEqualTo("empty");
        assertThat(costs.getJsonObject("current_month")
                        .getJsonObject("total_cost")
                        .getString("amount"))
                .isEqualTo("0.00");
        assertThat(costs.getJsonObject("current_month").get("budget")).isEqualTo(JsonValue.NULL);
        assertThat(costs.getJsonObject("budget_status").getString("status")).isEqualTo("none");
        assertThat(costs.getJsonObject("breakdown")).isEmpty();
        assertThat(costs.getJsonArray("alerts")).isEmpty();
    }

    @Test
    void asksTheNextProviderWhenOneFailsAndCountsEach() {
        ApiClient client = newUser();
        openai.answers(StandInProvider.failing(500), StandInProvider.saying("Hello."));
        anthropic.answers(StandInProvider.saying("Good day."));

        JsonObject first = ask(client, "Tell me a story").json();
        JsonObject second = ask(client, "Tell me another").json();

        assertThat(first.getString("response")).isEqualTo("Good day.");
        assertThat(first.getString("model")).isEqualTo("model-b");
        assertThat(second.getString("model")).isEqualTo("model-a");
        JsonObject costs = settled(client, 3);
        JsonObject breakdown = costs.getJsonObject("breakdown");
        // 120 tokens read for 2.50 and 7 written for 10.00 a million; a call that was refused cost nothing.
        assertThat(money(breakdown.getJsonObject("openai"), "cost")).isEqualByComparingTo("0.00037");
        assertThat(breakdown.getJsonObject("anthropic").get("cost")).isEqualTo(JsonValue.NULL);
        assertThat(breakdown.getJsonObject("anthropic").getInt("tokens")).isEqualTo(127);
        assertThat(costs.getJsonArray("alerts").toString()).contains("price_unknown");
        assertThat(costs.getJsonArray("by_conversation")).hasSize(2);
    }

    @Test
    void letsTheNextProviderGoOnWhereOneBrokeOff() {
        ApiClient client = newUser();
        openai.answers(StandInProvider.cutAfter("Once upon a time. And th"));
        anthropic.answers(StandInProvider.saying("All lived happily."));
        Answer answer = client.with("Accept", "text/event-stream").post(CHAT, question("Tell me a story"));
        List<SseEvent> events = SseEvent.parse(answer.body());
        JsonObject done = events.get(events.size() - 1).json();
        assertThat(done.getString("response")).isEqualTo("Once upon a time. All lived happily.");
        assertThat(done.getString("model")).isEqualTo("model-b");
        assertThat(settled(client, 2).getJsonObject("current_month").getInt("estimated_requests"))
                .as("nobody counted the tokens of the reply that was cut")
                .isEqualTo(1);
    }

    @Test
    void letsTheBuiltInAnalystAnswerWhenEveryProviderFails() {
        openai.answers(StandInProvider.failing(401));
        anthropic.answers(StandInProvider.failing(529));
        JsonObject json = ask(newUser(), "What do I own?").json();
        assertThat(json.getString("model")).isEqualTo("built-in analyst");
    }

    @Test
    void letsTheBuiltInAnalystAnswerWhenTheBudgetIsUsedUp() {
        ApiClient client = newUser();
        openai.answers(StandInProvider.saying("Hello."));
        anthropic.answers(StandInProvider.saying("Good day."));
        JsonObject wanted = Json.createObjectBuilder()
                .add("monthly_budget", amount("0.01"))
                .add(
                        "alert_thresholds",
                        Json.createObjectBuilder().add("warning", 70).add("critical", 90))
                .add("auto_stop_enabled", true)
                .build();
        assertThat(client.get(BUDGET).json().get("monthly_budget")).isEqualTo(JsonValue.NULL);
        Answer set = client.post(BUDGET, wanted);
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(client.get(BUDGET).json()).isEqualTo(wanted);

        JsonObject json = ask(client, "What do I own?").json();

        assertThat(json.getString("model")).isEqualTo("built-in analyst");
        assertThat(openai.requests()).as("nobody was asked").isEmpty();
        assertThat(anthropic.requests()).isEmpty();
        assertThat(client.get(COSTS).json().getJsonObject("current_month").getInt("requests"))
                .isZero();

        assertThat(client.delete(BUDGET).status()).isEqualTo(204);
        assertThat(client.get(BUDGET).json().get("monthly_budget")).isEqualTo(JsonValue.NULL);
        assertThat(client.delete(BUDGET).status()).isEqualTo(404);
        assertThat(ask(client, "Hello").json().getString("model")).isEqualTo("model-a");
    }

    @Test
    void keepsTheNameOfTheUserFromTheProvider() {
        // In letters alone, since a figure that no tool gave is withheld, in a name as well.
        String name = "ada." + UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
        ApiClient client = newUser(name);
        openai.answers(StandInProvider.saying("Hello [NAME_1]."));

        JsonObject json = ask(client, "I am " + name + ", say hello").json();

        assertThat(json.getString("response")).isEqualTo("Hello " + name + ".");
        assertThat(openai.requests()).isNotEmpty().noneMatch(request -> request.toString()
                .contains(name));
    }

    @Test
    void refusesABudgetThatIsNone() {
        ApiClient client = newUser();
        assertThat(client.post(BUDGET, Json.createObjectBuilder().build()).status())
                .isEqualTo(400);
        assertThat(client.post(BUDGET, budget("-1")).status()).isEqualTo(400);
        assertThat(client.post(BUDGET, budget("1e3")).status()).isEqualTo(400);
        Answer foreign = client.post(
                BUDGET,
                Json.createObjectBuilder()
                        .add(
                                "monthly_budget",
                                Json.createObjectBuilder().add("amount", "5").add("currency", "CHF"))
                        .build());
        assertThat(foreign.status()).as(foreign.body()).isEqualTo(400);
        Answer disorder = client.post(
                BUDGET,
                Json.createObjectBuilder(budget("1"))
                        .add(
                                "alert_thresholds",
                                Json.createObjectBuilder().add("warning", 95).add("critical", 80))
                        .build());
        assertThat(disorder.status()).as(disorder.body()).isEqualTo(400);
        assertThat(client.get(BUDGET).json().get("monthly_budget")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void asksWithTheKeyThatTheUserBroughtAndNeverShowsIt() {
        ApiClient client = newUser();
        openai.answers(StandInProvider.saying("Hello."));
        String own = "sk-own-" + UUID.randomUUID();
        Answer brought = bring(client, "openai", own);
        assertThat(brought.status()).as(brought.body()).isEqualTo(200);
        assertThat(brought.json().getBoolean("own_key")).isTrue();
        assertThat(brought.body()).doesNotContain(own);

        ask(client, "Tell me a story");
        ask(newUser(), "Tell me a story");

        assertThat(openai.authorizations()).containsExactly("Bearer " + own, "Bearer " + KEY);
        Answer listed = client.get("/api/ai/providers");
        assertThat(listed.body()).doesNotContain(own, KEY);
        assertThat(listed.json().getJsonArray("items")).hasSize(2);
        assertThat(client.delete("/api/ai/providers/openai/key").status()).isEqualTo(204);
        assertThat(client.delete("/api/ai/providers/openai/key").status()).isEqualTo(404);
        assertThat(server.log()).noneMatch(line -> line.contains(own));
        assertThat(server.console()).doesNotContain(own);
    }

    @Test
    void refusesAKeyThatIsNone() {
        ApiClient client = newUser();
        for (String key : new String[] {"", "short", "with a space in it", "x".repeat(600), "line\nbreak-in-it"}) {
            Answer refused = bring(client, "openai", key);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            if (!key.isEmpty()) {
                assertThat(refused.body()).doesNotContain(key);
            }
        }
        assertThat(bring(client, "hal", "sk-12345678").status()).isEqualTo(404);
    }

    @Test
    void showsTheCostsOfAllToThoseWhoRunTheServerAlone() {
        ApiClient client = newUser();
        openai.answers(StandInProvider.saying("Hello."));
        ask(client, "Tell me a story");
        settled(client, 1);
        JsonObject costs = admin.get("/api/ops/costs").json();
        assertThat(costs.getJsonArray("by_user")).isNotEmpty();
        assertThat(client.get("/api/ops/costs").status()).isEqualTo(403);
        assertThat(client.post("/api/ops/costs/budget", budget("5")).status()).isEqualTo(403);
        assertThat(client.get(COSTS).json().get("by_user")).isEqualTo(JsonValue.NULL);
    }

    /** The account is settled a moment after the answer. */
    private static JsonObject settled(ApiClient client, int requests) {
        Await.until(
                requests + " settled requests",
                Duration.ofSeconds(20),
                () -> client.get(COSTS).json().getJsonObject("current_month").getInt("requests") >= requests,
                () -> {});
        return client.get(COSTS).json();
    }

    private static BigDecimal money(JsonObject object, String name) {
        return new BigDecimal(object.getJsonObject(name).getString("amount"));
    }

    private static JsonObject budget(String amount) {
        return Json.createObjectBuilder().add("monthly_budget", amount(amount)).build();
    }

    private static JsonObject amount(String amount) {
        return Json.createObjectBuilder()
                .add("amount", amount)
                .add("currency", "USD")
                .build();
    }

    private static Answer bring(ApiClient client, String provider, String key) {
        return client.with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/api/ai/providers/" + provider + "/key",
                        BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("key", key)
                                .build()
                                .toString()));
    }

    private static Answer ask(ApiClient client, String message) {
        Answer answer = client.post(CHAT, question(message));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static JsonObject question(String message) {
        return Json.createObjectBuilder().add("message", message).build();
    }

    private static ApiClient newUser() {
        return newUser("costs-" + UUID.randomUUID());
    }

    private static ApiClient newUser(String name) {
        String password = UUID.randomUUID().toString();
        assertThat(admin.post(
                                "/api/users",
                                Json.createObjectBuilder()
                                        .add("username", name)
                                        .add("password", password)
                                        .add("roles", Json.createArrayBuilder().add("client"))
                                        .build())
                        .status())
                .isEqualTo(201);
        return server.client().signedIn(new ServerProcess.SignIn(name, password));
    }
}
