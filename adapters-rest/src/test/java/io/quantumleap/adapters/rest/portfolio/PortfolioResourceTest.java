package io.quantumleap.adapters.rest.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer.Answer;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PortfolioResourceTest {

    private final LedgerDesk desk = new LedgerDesk();

    @Test
    void opensRenamesListsAndRemoves() {
        Answer opened = desk.post("/portfolio", "{'name': ' Retirement ', 'base_currency': 'EUR'}");
        String path = "/portfolio/" + opened.json().getString("id");

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).endsWith("/api" + path);
        assertThat(opened.json().keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "base_currency",
                        "sample",
                        "created_at",
                        "transaction_count",
                        "first_date",
                        "last_date",
                        "version",
                        "lot_method",
                        "shorting_allowed",
                        "overdraft_allowed",
                        "long_term_days");
        assertThat(opened.json().getString("name")).isEqualTo(" Retirement ");
        assertThat(opened.json().isNull("first_date")).isTrue();

        assertThat(desk.patch(path, "{'name': 'Pension'}").json().getString("name"))
                .isEqualTo("Pension");
        assertThat(desk.get(path).json().getString("name")).isEqualTo("Pension");
        assertThat(desk.get("/portfolio").json().getJsonArray("items")).hasSize(1);
        assertThat(desk.delete(path).status()).isEqualTo(204);
        assertThat(desk.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesAnUnknownCurrencyAndNamesTheField() {
        Answer refused = desk.post("/portfolio", "{'name': 'Test', 'base_currency': 'XYZ'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(firstError(refused).getString("field")).isEqualTo("base_currency");
        assertThat(firstError(refused).getString("code")).isEqualTo("unknown-currency");
    }

    @Test
    void makesTheSampleOnce() {
        Answer first = desk.post("/portfolio/sample", "");
        Answer second = desk.post("/portfolio/sample", "");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().getBoolean("sample")).isTrue();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().getString("id")).isEqualTo(first.json().getString("id"));
    }

    /** Every route that names a portfolio. */
    static Map<String, Function<LedgerDesk, Function<String, Answer>>> routes() {
        return Map.ofEntries(
                Map.entry("view", desk -> desk::get),
                Map.entry("rename", desk -> path -> desk.patch(path, "{'name': 'Mine now'}")),
                Map.entry("delete", desk -> desk::delete),
                Map.entry("list", desk -> path -> desk.get(path + "/transactions")),
                Map.entry(
                        "record",
                        desk -> path -> desk.post(
                                path + "/transactions", "{'date': '2026-01-02', 'type': 'deposit', 'amount': '5'}")),
                Map.entry(
                        "import",
                        desk -> path ->
                                desk.csv(path + "/transactions/import", "date,type,amount\n2026-01-02,deposit,5\n")),
                Map.entry(
                        "reverse",
                        desk -> path -> desk.post(
                                path + "/transactions/" + desk.get("/portfolio").status() + "/reversal",
                                "{'reason': 'x'}")),
                Map.entry("holdings", desk -> path -> desk.get(path + "/holdings")),
                Map.entry("lots", desk -> path -> desk.get(path + "/lots")),
                Map.entry("summary", desk -> path -> desk.get(path + "/summary")),
                Map.entry("valuations", desk -> path -> desk.get(path + "/valuations")));
    }

    @TestFactory
    Stream<DynamicTest> answersAnotherUsersPortfolioLikeAnUnknownOne() {
        return routes().entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> {
                    LedgerDesk shared = new LedgerDesk();
                    String path = shared.portfolio("EUR");
                    shared.someoneElseCalls();
                    Function<String, Answer> call = route.getValue().apply(shared);

                    Answer foreign = call.apply(path);
                    Answer unknown = call.apply("/portfolio/01890000-0000-7000-8000-000000000000");
                    Answer nonsense = call.apply("/portfolio/nonsense");

                    assertThat(foreign.status()).isEqualTo(404);
                    assertThat(unknown.text()).isEqualTo(foreign.text());
                    assertThat(nonsense.text()).isEqualTo(foreign.text());
                }));
    }

    static JsonObject firstError(Answer answer) {
        return answer.json().getJsonArray("errors").getJsonObject(0);
    }
}
