package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was booked is still booked when the server comes back. */
class LedgerRestartIT {

    private static final String FILE = """
            date,type,symbol,quantity,price,amount
            2024-01-02,deposit,,,,1000
            2024-01-02,buy,ACME,3,100,
            2024-01-03,deposit,,,,5
            """;

    private record Seen(String holdings, String transactions) {

        static Seen by(ApiClient client, String portfolio) {
            return new Seen(
                    client.get(portfolio + "/holdings").body(),
                    client.get(portfolio + "/transactions").body());
        }
    }

    @Test
    void keepsLedgerPricesAndReversalsOverARestart() {
        ServerProcess first = ServerProcess.setup().start();
        ServerProcess.SignIn signIn;
        String portfolio;
        Seen before;
        try (first) {
            signIn = first.awaitReady().firstSignIn();
            ApiClient client = first.client().signedIn(signIn);
            portfolio = "/api/portfolio/"
                    + client.post(
                                    "/api/portfolio",
                                    Json.createObjectBuilder()
                                            .add("name", "Kept")
                                            .add("base_currency", "USD")
                                            .build())
                            .json()
                            .getString("id");
            client.post("/api/market/prices/import", "text/csv", "date,symbol,close\n2024-01-03,ACME,110\n");
            client.post(portfolio + "/transactions/import", "text/csv", FILE);
            JsonObject wrong = client.get(portfolio + "/transactions")
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
            client.post(
                    portfolio + "/transactions/" + wrong.getString("id") + "/reversal",
                    Json.createObjectBuilder().add("reason", "Typed twice").build());
            before = Seen.by(client, portfolio);
        }
        assertThat(List.of(before.holdings(), before.transactions()))
                .satisfiesExactly(
                        holdings -> assertThat(holdings).contains("\"1030.00\""),
                        transactions -> assertThat(transactions).contains("Typed twice"));

        try (ServerProcess second = ServerProcess.setup().home(first.home()).start()) {
            ApiClient client = second.awaitReady().client().signedIn(signIn);

            assertThat(Seen.by(client, portfolio)).isEqualTo(before);
            assertThat(client.post(portfolio + "/transactions/import", "text/csv", FILE)
                            .json()
                            .getInt("duplicates"))
                    .isEqualTo(3);
        }
    }
}
