package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnalysisIT {

    private static final String ANALYSIS = "/api/ai/analysis/comprehensive";

    private static ApiClient owner;
    private static String portfolio;

    @BeforeAll
    static void loadTheSample() {
        owner = newUser();
        Answer sample =
                owner.post("/api/portfolio/sample", Json.createObjectBuilder().build());
        assertThat(sample.status()).as(sample.body()).isEqualTo(201);
        portfolio = sample.json().getString("id");
    }

    @Test
    void scoresWhatTheOtherRoutesShow() {
        JsonObject analysis = analysed(Json.createObjectBuilder()
                .add("portfolio_id", portfolio)
                .add("timeframe", "1Y")
                .add("benchmark", "SYN.INDEX")
                .build());

        JsonObject measured = owner.get("/api/ai/performance-analytics?portfolio_id=" + portfolio + "&timeframe=1Y")
                .json();
        assertThat(analysis.getString("from")).isEqualTo(measured.getString("from"));
        assertThat(analysis.getString("to")).isEqualTo(measured.getString("to"));
        JsonArray held =
                owner.get("/api/portfolio/" + portfolio + "/holdings").json().getJsonArray("holdings");
        double total = held.stream().mapToDouble(AnalysisIT::worth).sum();
        double squares = held.stream()
                .mapToDouble(holding -> Math.pow(worth(holding) / total, 2))
                .sum();
        JsonArray scores = analysis.getJsonArray("scores");
        assertThat(scores.getJsonObject(2).getString("name")).isEqualTo("diversification_score");
        assertThat(scores.getJsonObject(2).getJsonNumber("value").doubleValue())
                .isCloseTo(100 * (1 - squares), within(1e-6));
        assertThat(analysis.getJsonNumber("overall_score"))
                .isEqualTo(scores.getJsonObject(0).getJsonNumber("value"));
        assertThat(analysis.getString("model")).isEqualTo("built-in analyst");
        assertThat(analysis.getBoolean("fallback")).isFalse();
        assertThat(analysis.getString("summary")).doesNotContain("withheld");
    }

    private static double worth(JsonValue holding) {
        return new BigDecimal(holding.asJsonObject().getJsonObject("value").getString("amount")).doubleValue();
    }

    @Test
    void givesWithEveryScoreAndStatementTheEvidenceAndARouteThatShowsIt() {
        JsonObject analysis = analysed(
                Json.createObjectBuilder().add("portfolio_id", portfolio).build());
        for (String part : new String[] {"scores", "findings", "suggestions"}) {
            assertThat(analysis.getJsonArray(part)).isNotEmpty().allSatisfy(item -> {
                JsonObject source = item.asJsonObject().getJsonArray("evidence").getJsonObject(0);
                assertThat(source.getJsonArray("figures")).isNotEmpty();
                assertThat(owner.get(source.getString("href")).status()).isEqualTo(200);
            });
        }
        assertThat(analysis.getJsonArray("scores"))
                .allSatisfy(score ->
                        assertThat(score.asJsonObject().getString("formula")).contains(":"));
    }

    @Test
    void showsTheContributionsThatTheFindingsName() {
        JsonObject contributions = owner.get(
                        "/api/portfolio/" + portfolio + "/contributions?from=2023-12-31&to=2024-12-31")
                .json();
        assertThat(contributions.getString("from")).isEqualTo("2023-12-31");
        BigDecimal sum = contributions.getJsonArray("holdings").stream()
                .map(holding -> amount(holding.asJsonObject().getJsonObject("gain")))
                .reduce(amount(contributions.getJsonObject("other_gain")), BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(amount(contributions.getJsonObject("gain")));
        assertThat(owner.get("/api/portfolio/" + portfolio + "/contributions?from=2024-12-31&to=2023-12-31")
                        .status())
                .isEqualTo(400);
        assertThat(owner.get("/api/portfolio/" + portfolio + "/contributions?to=2999-01-01")
                        .status())
                .isEqualTo(400);
    }

    private static BigDecimal amount(JsonObject money) {
        return new BigDecimal(money.getString("amount"));
    }

    @Test
    void refusesWhatItCannotAnalyse() {
        ApiClient other = newUser();
        JsonObject foreign =
                Json.createObjectBuilder().add("portfolio_id", portfolio).build();
        assertThat(other.post(ANALYSIS, foreign).status()).isEqualTo(404);
        String empty = other.post(
                        "/api/portfolio",
                        Json.createObjectBuilder()
                                .add("name", "Empty")
                                .add("base_currency", "USD")
                                .build())
                .json()
                .getString("id");
        Answer nothing = other.post(
                ANALYSIS, Json.createObjectBuilder().add("portfolio_id", empty).build());
        assertThat(nothing.status()).as(nothing.body()).isEqualTo(422);
        assertThat(owner.post(ANALYSIS, Json.createObjectBuilder().build()).status())
                .isEqualTo(400);
        assertThat(owner.post(
                                ANALYSIS,
                                Json.createObjectBuilder(foreign)
                                        .add("timeframe", "2 weeks")
                                        .build())
                        .status())
                .isEqualTo(400);
        assertThat(owner.post(
                                ANALYSIS,
                                Json.createObjectBuilder(foreign)
                                        .add("benchmark", "NO.SUCH")
                                        .build())
                        .status())
                .isEqualTo(422);
        assertThat(SharedServer.running().client().post(ANALYSIS, foreign).status())
                .isEqualTo(401);
    }

    private static JsonObject analysed(JsonObject question) {
        Answer answer = owner.post(ANALYSIS, question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static ApiClient newUser() {
        String name = "analysis-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        Answer created = SharedServer.administrator()
                .post(
                        "/api/users",
                        Json.createObjectBuilder()
                                .add("username", name)
                                .add("password", password)
                                .add("roles", Json.createArrayBuilder().add("adviser"))
                                .build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return SharedServer.running().client().signedIn(new ServerProcess.SignIn(name, password));
    }
}
