package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.security.access.Access;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.ServerAccess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ben knows every identifier of Anna's and tries each on every route of the access table that takes one. What he hears is what
 * he would hear of an object that never was, and nothing of Anna's changes.
 */
class OwnershipIT {

    private static final Pattern EXCHANGE_ID = Pattern.compile("\"exchange_id\":\"([0-9a-f-]+)\"");
    private static final ApiClient ANNA = People.signedIn("client");
    private static final ApiClient BEN = People.signedIn("client");
    private static final String NOBODYS = UUID.randomUUID().toString();

    private static final String PORTFOLIO =
            created(ANNA, "/api/portfolio", "{\"name\":\"Anna's\",\"base_currency\":\"EUR\"}");
    private static final String TRANSACTION = created(
            ANNA,
            "/api/portfolio/" + PORTFOLIO + "/transactions",
            "{\"date\":\"2024-01-02\",\"type\":\"deposit\",\"amount\":\"1000\"}");
    private static final String BENS_PORTFOLIO =
            created(BEN, "/api/portfolio", "{\"name\":\"Ben's\",\"base_currency\":\"EUR\"}");
    private static final String CONVERSATION = ANNA.post(
                    "/api/ai/chat", "application/json", "{\"message\":\"help\",\"portfolio_id\":\"" + PORTFOLIO + "\"}")
            .json()
            .getString("conversation_id");
    private static final String EXCHANGE = exchange();
    private static final String SESSION = ANNA.get("/api/auth/me").json().getString("session_id");
    private static final String USER = ANNA.get("/api/auth/me").json().getString("id");

    private static final List<String> ANNAS = List.of(PORTFOLIO, TRANSACTION, CONVERSATION, EXCHANGE, SESSION, USER);

    /** What these routes name belongs to no person: market data, model providers, and the server itself, for administrators. */
    private static final List<String> NOBODYS_OWN = List.of("/api/market/", "/api/ai/providers/", "/api/ops/");

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

    /** What to put in place of a parameter, by the start of the route. */
    private static final Map<String, String> IDENTIFIERS = Map.of(
            "/api/portfolio/{id}", PORTFOLIO,
            "/api/portfolio/{tx}", TRANSACTION,
            "/api/ai/chat/conversations/{id}", CONVERSATION,
            "/api/ai/chat/exchanges/{id}", EXCHANGE,
            "/api/auth/sessions/{id}", SESSION,
            "/api/users/{id}", USER);

    private static String created(ApiClient client, String path, String json) {
        Answer answer = client.post(path, "application/json", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    /** An answer that Anna could go on reading. */
    private static String exchange() {
        String events = ANNA.with("Accept", "text/event-stream")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/ai/chat",
                        "application/json",
                        "{\"message\":\"help\",\"portfolio_id\":\"" + PORTFOLIO + "\"}")
                .body();
        Matcher id = EXCHANGE_ID.matcher(events);
        assertThat(id.find()).as(events).isTrue();
        return id.group(1);
    }

    private static Stream<AccessRule> closed() {
        return ServerAccess.rules().all().stream()
                .filter(rule -> rule.path().text().startsWith("/api/") && !rule.isPublic());
    }

    /** Each route with Anna's identifiers, and the same with one that nobody has. */
    static Stream<Arguments> routesWithIdentifiers() {
        Stream<Arguments> inPath = closed().filter(rule -> rule.path().text().contains("{"))
                .filter(rule -> NOBODYS_OWN.stream().noneMatch(rule.path().text()::startsWith))
                .map(rule ->
                        Arguments.of(rule.method(), filled(rule, false), filled(rule, true), body(rule), wanted(rule)));
        return Stream.concat(inPath, inQueryOrBody());
    }

    private static Stream<Arguments> inQueryOrBody() {
        List<Arguments> requests = new ArrayList<>();
        String performance = "/api/ai/performance-analytics";
        requests.add(Arguments.of(
                "GET", performance + "?portfolio_id=" + PORTFOLIO, performance + "?portfolio_id=" + NOBODYS, "", 404));
        requests.add(Arguments.of("POST", performance, performance, "{\"portfolio_id\":\"%s\"}", 404));
        String analysis = "/api/ai/analysis/comprehensive";
        requests.add(Arguments.of("POST", analysis, analysis, "{\"portfolio_id\":\"%s\"}", 404));
        requests.add(Arguments.of(
                "POST", "/api/ai/chat", "/api/ai/chat", "{\"message\":\"help\",\"portfolio_id\":\"%s\"}", 404));
        requests.add(Arguments.of(
                "POST",
                "/api/ai/chat",
                "/api/ai/chat",
                "{\"message\":\"help\",\"conversation_id\":\"" + CONVERSATION + "|%s\"}",
                404));
        requests.add(Arguments.of(
                "POST",
                "/api/portfolio/" + BENS_PORTFOLIO + "/transactions/" + TRANSACTION + "/reversal",
                "/api/portfolio/" + BENS_PORTFOLIO + "/transactions/" + NOBODYS + "/reversal",
                "{\"reason\":\"mine now\"}",
                404));
        return requests.stream();
    }

    private static int wanted(AccessRule rule) {
        return rule.access() instanceof Access.AnyRole ? 403 : 404;
    }

    /** An unknown parameter fails here: whoever adds a route says whose identifier it takes. */
    private static String filled(AccessRule rule, boolean nobodys) {
        Matcher parameters = PARAMETER.matcher(rule.path().text());
        return parameters.replaceAll(found -> {
            String key = prefix(rule.path().text()) + "{" + found.group(1) + "}";
            assertThat(IDENTIFIERS)
                    .as("whose identifier is in %s?", rule.route())
                    .containsKey(key);
            return nobodys ? NOBODYS : IDENTIFIERS.get(key);
        });
    }

    private static String prefix(String template) {
        return template.substring(0, template.indexOf('{'));
    }

    private static String body(AccessRule rule) {
        String path = rule.path().text();
        return switch (rule.method()) {
            case "GET", "DELETE" -> "";
            case "PATCH" ->
                path.startsWith("/api/users")
                        ? "{\"disabled\":true}"
                        : path.startsWith("/api/ai/chat") ? "{\"title\":\"Ben's\"}" : "{\"name\":\"Ben's\"}";
            default ->
                path.endsWith("/import")
                        ? "date,type,amount\n2024-01-03,deposit,1\n"
                        : path.endsWith("/reversal")
                                ? "{\"reason\":\"mine now\"}"
                                : "{\"date\":\"2024-01-03\",\"type\":\"deposit\",\"amount\":\"1\"}";
        };
    }

    private static Answer send(String method, String path, String body) {
        String type = path.endsWith("/import") ? "text/csv" : "application/json";
        return BEN.with("Content-Type", type).send(method, path, BodyPublishers.ofString(body));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("routesWithIdentifiers")
    void tellsNothingOfAnotherPersonsObject(String method, String annas, String nobodys, String body, int wanted) {
        Answer real = send(method, annas, body.contains("|") ? body.replace("|%s", "") : body.replace("%s", PORTFOLIO));
        Answer none = send(
                method,
                nobodys,
                body.contains("|") ? body.replace(CONVERSATION + "|%s", NOBODYS) : body.replace("%s", NOBODYS));

        assertThat(real.status()).as(real.body()).isEqualTo(wanted);
        assertThat(without(real.json())).isEqualTo(without(none.json()));
        assertThat(none.status()).isEqualTo(wanted);
        assertThat(ANNAS.stream().filter(id -> real.body().contains(id))).isEmpty();
        assertThat(ANNA.get("/api/portfolio/" + PORTFOLIO).json().getString("name"))
                .isEqualTo("Anna's");
        assertThat(ANNA.get("/api/portfolio/" + PORTFOLIO).json().getInt("transaction_count"))
                .isOne();
        assertThat(ANNA.get("/api/ai/chat/conversations/" + CONVERSATION).json().getJsonArray("turns"))
                .hasSize(2);
    }

    /** The number of the request differs, and nothing else may. */
    private static JsonObject without(JsonObject problem) {
        return Json.createObjectBuilder(problem).remove("instance").build();
    }

    static Stream<String> listsWithoutIdentifiers() {
        return closed().filter(rule ->
                        rule.method().equals("GET") && !rule.path().text().contains("{"))
                .filter(rule -> !(rule.access() instanceof Access.AnyRole))
                .map(rule -> rule.path().text());
    }

    @ParameterizedTest
    @MethodSource("listsWithoutIdentifiers")
    void listsNothingOfAnotherPerson(String path) {
        String seen = BEN.get(path).body();
        assertThat(ANNAS).noneMatch(seen::contains);
    }

    @Test
    void showsAnnaHerOwn() {
        assertThat(ANNA.get("/api/portfolio").body()).contains(PORTFOLIO);
        assertThat(ANNA.get("/api/portfolio/" + PORTFOLIO + "/transactions").body())
                .contains(TRANSACTION);
        assertThat(ANNA.get("/api/ai/chat/conversations").body()).contains(CONVERSATION);
        assertThat(ANNA.get("/api/auth/sessions").body()).contains(SESSION);
    }
}
