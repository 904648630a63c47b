package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A balance that somebody changed behind the server's back is noticed by the server itself. */
class LedgerReconcilingIT {

    @Test
    void noticesABalanceThatDrifted() throws SQLException {
        try (ServerProcess server = ServerProcess.setup()
                .with("quantumleap.ledger.reconcile-every", "PT1S")
                .start()
                .awaitReady()) {
            ApiClient admin = server.client().signedIn(server.firstSignIn());
            String portfolio = admin.post(
                            "/api/portfolio",
                            Json.createObjectBuilder()
                                    .add("name", "Drifts")
                                    .add("base_currency", "EUR")
                                    .build())
                    .json()
                    .getString("id");
            admin.post(
                    "/api/portfolio/" + portfolio + "/transactions/import",
                    "text/csv",
                    "date,type,amount\n2024-01-02,deposit,5\n");
            Await.until(
                    "it is clean", Duration.ofSeconds(60), () -> drifts(server).equals("0"), () -> {});

            change(server.databaseSettings(), "update ledger_balance set amount = 6");
            Await.until(
                    "it is noticed",
                    Duration.ofSeconds(60),
                    () -> drifts(server).equals("1"),
                    () -> {});
            assertThat(admin.post("/api/ops/reconciliation").json().getInt("drift_count"))
                    .isZero();
            Await.until(
                    "it is clean again",
                    Duration.ofSeconds(60),
                    () -> drifts(server).equals("0"),
                    () -> {});
        }
    }

    /** The number in the metrics, without its decimals. */
    private static String drifts(ServerProcess server) {
        return server.client()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("quantumleap_ledger_drifts"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1).replaceFirst("\\.0$", ""))
                .findFirst()
                .orElse("");
    }

    private static void change(DatabaseSettings database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
