package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger on the packaged server and a real PostgreSQL. Every test works in a portfolio of its own. */
class LedgerIT {

    private static final String HEADER = "date,type,symbol,quantity,price,fee,amount,currency,external_id\n";

    private ApiClient admin;
    private String portfolio;

    /** Symbols are shared by the whole installation, so each test has its own. */
    private final String symbol =
            "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @BeforeEach
    void openPortfolio() {
        admin = SharedServer.administrator();
        portfolio = opened(admin, "EUR");
    }

    private static String opened(ApiClient client, String currency) {
        Answer opened = client.post(
                "/api/portfolio",
                Json.createObjectBuilder()
                        .add("name", "Ledger")
                        .add("base_currency", currency)
                        .build());
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return "/api/portfolio/" + opened.json().getString("id");
    }

    private Answer imported(String rows) {
        return admin.post(portfolio + "/transactions/import", "text/csv", HEADER + rows);
    }

    private void prices(String rows) {
        Answer answer = admin.post("/api/market/prices/import", "text/csv", "date,symbol,close,currency\n" + rows);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private int recorded() {
        return admin.get(portfolio).json().getInt("transaction_count");
    }

    private static String amount(JsonObject json, String field) {
        return json.getJsonObject(field).getString("amount");
    }

    @Test
    void importsHoldsSumsUpAndValues() {
        String rows = "2024-01-02,deposit,,,,,1000,,\n2024-01-02,buy,%s,3,100.10,0.70,,,\n".formatted(symbol);
        prices("2024-01-02,%1$s,100,EUR\n2024-01-03,%1$s,110.25,EUR\n".formatted(symbol));

        assertThat(imported(rows).json())
                .isEqualTo(Json.createObjectBuilder()
                        .add("rows", 2)
                        .add("imported", 2)
                        .add("duplicates", 0)
                        .build());
        assertThat(imported(rows).json().getInt("duplicates")).isEqualTo(2);

        JsonObject holdings = admin.get(portfolio + "/holdings").json();
        JsonObject summary = admin.get(portfolio + "/summary").json();
        JsonObject valuations = admin.get(portfolio + "/valuations").json();
        assertThat(amount(holdings, "total")).isEqualTo("1029.75");
        assertThat(amount(summary, "gain")).isEqualTo("29.75");
        assertThat(valuations.getJsonArray("items")).hasSize(2);
        assertThat(valuations.getJsonArray("items").getJsonObject(1).getString("value"))
                .isEqualTo("1029.75");
        assertThat(admin.get(portfolio + "/lots").json().getJsonArray("items")).hasSize(1);
    }

    @Test
    void importsNothingOfAFileWithABadLine() {
        Answer refused = imported("2024-01-02,deposit,,,,,1000,,\n2999-01-02,deposit,,,,,1,,\n2024-01-02,buy," + symbol
                + ",-1,5,,,,\n2024-01-02,deposit,,,,,1,XYZ,\n2024-01-05,sell," + symbol + ",1,5,,,,\n");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("errors").stream()
                        .map(JsonValue::asJsonObject)
                        .map(error ->
                                error.getInt("line") + " " + error.getString("field") + " " + error.getString("code")))
                .containsExactly("3 date in-the-future", "4 quantity not-positive", "5 currency unknown-currency");
        assertThat(imported("2024-01-02,deposit,,,,,9,,\n2024-01-05,sell," + symbol + ",1,5,,,,\n")
                        .status())
                .isEqualTo(400);
        assertThat(recorded()).isZero();
    }

    @Test
    void refusesWhatIsNoTransactionsFile() {
        String path = portfolio + "/transactions/import";
        byte[] binary = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

        assertThat(admin.post(path, "text/csv", "day,what\n1,2\n").status()).isEqualTo(400);
        assertThat(admin.with("Content-Type", "text/csv")
                        .send("POST", path, BodyPublishers.ofByteArray(binary))
                        .json()
                        .getString("type"))
                .endsWith("malformed-request");
        assertThat(admin.post(path, "application/json", "{}").status()).isEqualTo(415);
        assertThat(recorded()).isZero();
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] row = "2024-01-02,deposit,,,,,1,,\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] large = new byte[21 * 1024 * 1024];
        for (int i = 0; i < large.length; i++) {
            large[i] = row[i % row.length];
        }
        ApiClient csv = admin.with("Content-Type", "text/csv");

        Answer known = csv.send(
                "POST",
                portfolio + "/transactions/import",
                BodyPublishers.fromPublisher(repeated(large, 5), 5L * large.length));
        Answer chunked = csv.send("POST", "/api/market/prices/import", repeated(large, 3));

        assertThat(List.of(known.status(), chunked.status())).containsExactly(413, 413);
        assertThat(recorded()).isZero();
    }

    private static BodyPublisher repeated(byte[] bytes, int times) {
        return BodyPublishers.ofInputStream(() -> new java.io.SequenceInputStream(
                java.util.Collections.enumeration(java.util.Collections.nCopies(times, bytes).stream()
                        .map(java.io.ByteArrayInputStream::new)
                        .toList())));
    }

    @Test
    void hidesEveryPortfolioRouteFromAnotherUser() {
        ServerProcess.SignIn other =
                new ServerProcess.SignIn(symbol.toLowerCase(java.util.Locale.ROOT), "correct horse battery");
        admin.post(
                "/api/users",
                Json.createObjectBuilder()
                        .add("username", other.username())
                        .add("password", other.password())
                        .add("roles", Json.createArrayBuilder().add("client"))
                        .build());
        ApiClient stranger = SharedServer.running().client().signedIn(other);
        imported("2024-01-02,deposit,,,,,1000,,\n");
        String transaction = admin.get(portfolio + "/transactions")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        JsonObject deposit = Json.createObjectBuilder()
                .add("date", "2024-01-02")
                .add("type", "deposit")
                .add("amount", "1")
                .build();

        List<Answer> answers = List.of(
                stranger.get(portfolio),
                stranger.patch(
                        portfolio,
                        Json.createObjectBuilder().add("name", "Mine").build()),
                stranger.delete(portfolio),
                stranger.get(portfolio + "/transactions"),
                stranger.post(portfolio + "/transactions", deposit),
                stranger.post(portfolio + "/transactions/import", "text/csv", HEADER),
                stranger.post(
                        portfolio + "/transactions/" + transaction + "/reversal",
                        Json.createObjectBuilder().add("reason", "x").build()),
                stranger.get(portfolio + "/holdings"),
                stranger.get(portfolio + "/lots"),
                stranger.get(portfolio + "/summary"),
                stranger.get(portfolio + "/valuations"));

        assertThat(answers).extracting(Answer::status).containsOnly(404);
        assertThat(stranger.get("/api/portfolio").json().getJsonArray("items")).isEmpty();
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void reversesAndLetsTheWrongTransactionStand() {
        imported("2024-01-02,deposit,,,,,1000,,\n");
        String wrong = admin.post(
                        portfolio + "/transactions",
                        Json.createObjectBuilder()
                                .add("date", "2024-01-03")
                                .add("type", "deposit")
                                .add("amount", "5")
                                .build())
                .json()
                .getString("id");
        String reversal = portfolio + "/transactions/" + wrong + "/reversal";
        JsonObject reason =
                Json.createObjectBuilder().add("reason", "Typed twice").build();

        assertThat(admin.post(reversal, reason).status()).isEqualTo(201);
        assertThat(admin.post(reversal, reason).status()).isEqualTo(409);
        assertThat(amount(admin.get(portfolio + "/holdings").json(), "total")).isEqualTo("1000.00");
        assertThat(recorded()).isEqualTo(3);
    }

    @Test
    void refusesAMixedPortfolioWithoutARateAndValuesItWithOne() {
        String base = opened(admin, "CHF");
        admin.post(
                base + "/transactions/import",
                "text/csv",
                HEADER + "2024-01-02,deposit,,,,,1000,,\n2024-01-02,buy," + symbol + ",1,100,,,NZD,\n");
        prices("2024-01-02," + symbol + ",100,NZD\n");

        Answer refused = admin.get(base + "/holdings");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getString("detail")).contains("NZD/CHF");

        prices("2024-01-02,NZD/CHF,0.55,CHF\n");
        assertThat(amount(admin.get(base + "/holdings").json(), "total")).isEqualTo("1000.00");
        assertThat(admin.get("/api/market/prices/NZD/CHF").json().getInt("count"))
                .isEqualTo(1);
    }

    @Test
    void valuesARealSeries() throws IOException {
        Path series = Stream.of(System.getProperty("quantumleap.shared.dir", "../shared"), "../../shared")
                .map(folder -> Path.of(folder, "data", "eustock_prices.csv"))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(Path.of("absent"));
        assumeTrue(Files.isReadable(series), "the shared data folder is not here");
        Answer prices = admin.post("/api/market/prices/import", "text/csv", Files.readString(series));
        assertThat(prices.json().getInt("rows")).isEqualTo(3720);

        imported("1991-07-01,deposit,,,,,100000,,\n1991-07-01,buy,DAX,50,1628.75,10,,,\n");

        JsonObject valuations = admin.get(portfolio + "/valuations").json();
        JsonObject last = admin.get("/api/market/prices/DAX?points=2")
                .json()
                .getJsonArray("items")
                .getJsonObject(1);
        java.math.BigDecimal expected = new java.math.BigDecimal(last.getString("close"))
                .multiply(java.math.BigDecimal.valueOf(50))
                .add(new java.math.BigDecimal("18552.50"));
        assertThat(valuations.getJsonArray("items")).hasSize(1860);
        assertThat(new java.math.BigDecimal(
                        amount(admin.get(portfolio + "/holdings").json(), "total")))
                .isEqualByComparingTo(expected);
    }
}
