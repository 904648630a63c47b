package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssistantIT {

    private static final String CHAT = "/api/ai/chat";
    private static final String CONVERSATIONS = CHAT + "/conversations";

    private static ApiClient adviser;
    private static String portfolio;
    private static String big;

    @BeforeAll
    static void importAPortfolio() {
        adviser = newUser("adviser");
        String suffix = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        big = "BIG." + suffix;
        String small = "SML." + suffix;
        StringBuilder prices = new StringBuilder("date,symbol,close\n");
        StringBuilder transactions = new StringBuilder("date,type,symbol,quantity,price,amount,currency\n");
        transactions.append("2024-01-02,deposit,,,,10000,USD\n");
        transactions.append("2024-01-02,buy,").append(big).append(",60,100,,USD\n");
        transactions.append("2024-01-02,buy,").append(small).append(",30,100,,USD\n");
        for (int day = 2; day <= 31; day++) {
            String date = "2024-01-%02d".formatted(day);
            prices.append(date)
                    .append(',')
                    .append(big)
                    .append(',')
                    .append(100 + (day * 7) % 13)
                    .append('\n');
            prices.append(date)
                    .append(',')
                    .append(small)
                    .append(',')
                    .append(100 + (day * 5) % 11)
                    .append('\n');
        }
        assertThat(adviser.post("/api/market/prices/import", "text/csv", prices.toString())
                        .status())
                .isEqualTo(200);
        portfolio = adviser.post(
                        "/api/portfolio",
                        Json.createObjectBuilder()
                                .add("name", "Imported")
                                .add("base_currency", "USD")
                                .build())
                .json()
                .getString("id");
        Answer imported = adviser.post(
                "/api/portfolio/" + portfolio + "/transactions/import", "text/csv", transactions.toString());
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
    }

    @Test
    void answersWithTheFiguresThatTheOtherRoutesShow() {
        Answer answer = ask(adviser, "What is my biggest holding and how risky is it?");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonObject json = answer.json();
        JsonObject holdings =
                adviser.get("/api/portfolio/" + portfolio + "/holdings").json();
        JsonObject biggest = holdings.getJsonArray("holdings").getJsonObject(0);
        assertThat(biggest.getString("symbol")).isEqualTo(big);
        assertThat(json.getString("response"))
                .contains(
                        "is " + big + ": 60 units worth "
                                + money(biggest.getJsonObject("value").getString("amount")) + " USD on "
                                + holdings.getString("as_of"),
                        percent(biggest.getJsonNumber("weight").doubleValue()) + " of the portfolio")
                .doesNotContain("withheld", "unknown");
        JsonObject source = json.getJsonArray("sources").getJsonObject(0);
        assertThat(adviser.get(source.getString("href")).json()).isEqualTo(holdings);

        JsonObject measured = adviser.get("/api/ai/performance-analytics?portfolio_id=" + portfolio)
                .json();
        JsonObject metrics = measured.getJsonObject("metrics");
        String risk = ask(adviser, "How risky is my portfolio?").json().getString("response");
        assertThat(risk)
                .contains(
                        "volatility of "
                                + percent(metrics.getJsonNumber("volatility").doubleValue()) + " a year",
                        "maximum drawdown was "
                                + percent(-metrics.getJsonNumber("max_drawdown").doubleValue()),
                        "no more than "
                                + percent(-metrics.getJsonNumber("var_95").doubleValue()) + " in a day");
        assertThat(json.getString("response"))
                .as("the portfolio beside the holding")
                .contains("whole portfolio had a volatility of "
                        + percent(metrics.getJsonNumber("volatility").doubleValue()));
    }

    @Test
    void saysWhichHoldingsMadeTheResult() {
        JsonObject json =
                ask(adviser, "Why did I gain or lose in January 2024?").json();
        assertThat(json.getString("response"))
                .contains("with Imported. By holding", "- " + big, "to the return of the whole")
                .doesNotContain("withheld");
        assertThat(json.getJsonArray("sources").getJsonObject(0).getString("tool"))
                .isEqualTo("contribution");
    }

    @Test
    void changesOnlyWhatWasConfirmedAndOnlyOnce() {
        ApiClient owner = newUser("adviser");
        String id = owner.post(
                        "/api/portfolio",
                        Json.createObjectBuilder()
                                .add("name", "Before")
                                .add("base_currency", "EUR")
                                .build())
                .json()
                .getString("id");
        JsonObject proposed = ask(owner, "Rename my portfolio to After").json();
        assertThat(proposed.getString("response")).contains("Rename Before to After? Nothing has been changed yet.");
        assertThat(owner.get("/api/portfolio/" + id).json().getString("name")).isEqualTo("Before");

        JsonObject yes = Json.createObjectBuilder()
                .add("message", "yes")
                .add("conversation_id", proposed.getString("conversation_id"))
                .build();
        assertThat(owner.post("/api/ai/chat", yes).json().getString("response"))
                .isEqualTo("Done: the portfolio is now called After.");
        assertThat(owner.get("/api/portfolio/" + id).json().getString("name")).isEqualTo("After");
        assertThat(owner.post("/api/ai/chat", yes).json().getString("response")).doesNotContain("Done");
        JsonObject foreign = Json.createObjectBuilder(yes).build();
        assertThat(adviser.post("/api/ai/chat", foreign).status()).isEqualTo(404);
    }

    @Test
    void givesEverySourceAnAddressThatShowsTheFigures() {
        for (String question : List.of(
                "How has my portfolio performed?",
                "Show my last 3 transactions",
                "How risky is " + big + "?",
                "My fees?")) {
            JsonObject json = ask(adviser, question).json();
            assertThat(json.getJsonArray("sources"))
                    .as(json.getString("response"))
                    .isNotEmpty();
            json.getJsonArray("sources").getValuesAs(JsonObject.class).forEach(source -> assertThat(
                            adviser.get(source.getString("href")).status())
                    .as(source.getString("href"))
                    .isEqualTo(200));
        }
    }

    @Test
    void streamsTheSameAnswerAsEvents() {
        Answer answer = adviser.with("Accept", "text/event-stream")
                .with("Accept-Encoding", "gzip")
                .post(CHAT, question("What is my biggest holding and how risky is it?"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        List<SseEvent> events = SseEvent.parse(answer.body());
        assertThat(events.get(0).name()).isEqualTo("start");
        assertThat(events.get(0).json().getString("model")).isEqualTo("built-in analyst");
        assertThat(events).filteredOn(event -> event.name().equals("tool")).isNotEmpty();
        SseEvent last = events.get(events.size() - 1);
        assertThat(last.name()).isEqualTo("done");
        StringBuilder text = new StringBuilder();
        events.stream()
                .filter(event -> event.name().equals("delta"))
                .forEach(event -> text.append(event.json().getString("text")));
        assertThat(text.toString().strip()).isEqualTo(last.json().getString("response"));
        assertThat(last.json().getString("conversation_id"))
                .isEqualTo(events.get(0).json().getString("conversation_id"));
        assertThat(last.json().getString("response"))
                .isEqualTo(ask(adviser, "What is my biggest holding and how risky is it?")
                        .json()
                        .getString("response"));
    }

    @Test
    void refusesAStreamWithItsStatusBeforeTheFirstEvent() {
        ApiClient streaming = adviser.with("Accept", "text/event-stream");
        Answer unknown = streaming.post(CHAT, question("Hi", UUID.randomUUID().toString()));
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(streaming.post(CHAT, question("")).status()).isEqualTo(400);
    }

    @Test
    void keepsTheConversationAndLetsItBeDeleted() {
        ApiClient client = newUser("client");
        assertThat(client.post("/api/portfolio/sample").status()).isEqualTo(201);
        String id = ask(client, "How did I do in 2024?").json().getString("conversation_id");
        Answer second = client.post(CHAT, question("And in 2023?", id));
        assertThat(second.json().getString("response")).contains("2023-12-29");

        JsonObject listed =
                client.get(CONVERSATIONS).json().getJsonArray("items").getJsonObject(0);
        assertThat(listed.getString("id")).isEqualTo(id);
        assertThat(listed.getInt("turn_count")).isEqualTo(4);
        JsonObject shown = client.get(CONVERSATIONS + "/" + id).json();
        assertThat(shown.getJsonArray("turns").getJsonObject(3).getString("text"))
                .isEqualTo(second.json().getString("response"));
        assertThat(shown.getJsonArray("turns").getJsonObject(3).get("sources"))
                .isEqualTo(second.json().get("sources"));

        assertThat(client.delete(CONVERSATIONS + "/" + id).status()).isEqualTo(204);
        assertThat(client.get(CONVERSATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(client.get(CONVERSATIONS).json().getJsonArray("items")).isEmpty();
    }

    @Test
    void keepsUsersApart() {
        String id = ask(adviser, "What do I own?").json().getString("conversation_id");
        ApiClient other = newUser("client");
        assertThat(other.get(CONVERSATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(other.delete(CONVERSATIONS + "/" + id).status()).isEqualTo(404);
        assertThat(other.post(CHAT, question("Again?", id)).status()).isEqualTo(404);
        JsonObject foreign = Json.createObjectBuilder(question("Worth?"))
                .add("portfolio_id", portfolio)
                .build();
        assertThat(other.post(CHAT, foreign).status()).isEqualTo(404);
        assertThat(ask(other, "What is my biggest holding?").json().getString("response"))
                .startsWith("You have no portfolio yet.");
        assertThat(adviser.get(CONVERSATIONS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void refusesBadInputAndStoresNothing() {
        ApiClient client = newUser("client");
        assertRefused(client, question(""), 400, "message");
        assertRefused(client, question("  \n"), 400, "message");
        assertRefused(client, question("x".repeat(100_000)), 400, "message");
        assertRefused(client, question("bell \u0007"), 400, "message");
        assertRefused(client, question("Hi", "no-uuid"), 400, "conversation_id");
        assertThat(client.post(CHAT, question("x".repeat(1_100_000))).status()).isEqualTo(413);
        assertThat(client.post(CHAT, "text/plain", "Hi").status()).isEqualTo(415);
        assertThat(client.with("Accept", "image/png").post(CHAT, question("Hi")).status())
                .isEqualTo(406);
        Answer get = client.get(CHAT);
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Allow")).contains("POST");
        assertThat(SharedServer.running().client().post(CHAT, question("Hi")).status())
                .isEqualTo(401);
        assertThat(client.get(CONVERSATIONS).json().getJsonArray("items")).isEmpty();
    }

    private static void assertRefused(ApiClient client, JsonObject body, int status, String field) {
        Answer answer = client.post(CHAT, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(field);
    }

    private static ApiClient newUser(String role) {
        String name = "chat-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        Answer created = SharedServer.administrator()
                .post(
                        "/api/users",
                        Json.createObjectBuilder()
                                .add("username", name)
                                .add("password", password)
                                .add("roles", Json.createArrayBuilder().add(role))
                                .build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return SharedServer.running().client().signedIn(new ServerProcess.SignIn(name, password));
    }

    private static Answer ask(ApiClient client, String message) {
        return client.post(CHAT, question(message));
    }

    private static JsonObject question(String message) {
        return Json.createObjectBuilder().add("message", message).build();
    }

    private static JsonObject question(String message, String conversation) {
        JsonObjectBuilder json = Json.createObjectBuilder(question(message));
        return json.add("conversation_id", conversation).build();
    }

    private static String money(String amount) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount));
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.2f %%", BigDecimal.valueOf(ratio).movePointRight(2));
    }
}
