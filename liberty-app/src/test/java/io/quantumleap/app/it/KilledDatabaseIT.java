package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The embedded database is killed in the middle of an import; the server goes on without a restart. */
class KilledDatabaseIT {

    private static final int ROWS = 5_000;
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Whoever waits for the lock of the connection that asks. */
    private static final String WAITER =
            "SELECT pid FROM pg_stat_activity WHERE pg_backend_pid() = any(pg_blocking_pids(pid))";

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.setup().start().awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void comesBackByItselfWithNothingOfTheFile() throws Exception {
        ApiClient client = server.client().signedIn(server.firstSignIn());
        String portfolio = portfolio(client);
        ProcessHandle before = server.database();

        Answer cut = importCutBy(client, portfolio, "A", waiter -> {
            // Held still, so that it cannot end its work in the moment before it notices.
            signal("STOP", waiter);
            signal("KILL", before.pid());
            signal("KILL", waiter);
        });

        assertThat(cut.status()).as(cut.body()).isEqualTo(503);
        assertThat(cut.header("Retry-After")).isNotEmpty();
        assertThat(server.database().pid()).isNotEqualTo(before.pid());
        goesOn(client, portfolio, "A");
        assertThat(server.log().stream()
                        .filter(line -> line.contains("has ended without being told to"))
                        .count())
                .isOne();
        assertThat(server.log()).anyMatch(line -> line.contains("The embedded database runs again"));
    }

    @Test
    void recoversWhenTheProcessOfTheImportIsKilled() throws Exception {
        ApiClient client = server.client().signedIn(server.firstSignIn());
        String portfolio = portfolio(client);
        ProcessHandle before = server.database();

        Answer cut = importCutBy(client, portfolio, "B", waiter -> signal("KILL", waiter));

        assertThat(cut.status()).as(cut.body()).isEqualTo(503);
        assertThat(server.database().pid()).as("PostgreSQL restarts itself").isEqualTo(before.pid());
        goesOn(client, portfolio, "B");
    }

    private static String portfolio(ApiClient client) {
        return "/api/portfolio/"
                + client.post(
                                "/api/portfolio",
                                Json.createObjectBuilder()
                                        .add("name", "Killed")
                                        .add("base_currency", "USD")
                                        .build())
                        .json()
                        .getString("id");
    }

    /** Sends a file, holds it up before its event is stored, the last thing that it writes, and lets a blow fall on it then. */
    private static Answer importCutBy(ApiClient client, String portfolio, String name, Blow blow) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE outbox_event IN EXCLUSIVE MODE");
            CompletableFuture<Answer> sent = CompletableFuture.supplyAsync(
                    () -> client.post(portfolio + "/transactions/import", "text/csv", DepositsFile.of(name, ROWS)));
            Await.until("the import waits", SOON, () -> waiter(connection) > 0, () -> {});
            blow.fallsOn(waiter(connection));
            Answer answer = sent.get();
            Await.until("the old connections have ended", SOON, () -> isBroken(connection), () -> {});
            Await.until("the database is back", SOON, KilledDatabaseIT::isWatched, () -> {});
            Await.until(
                    "serving again", SOON, () -> client.get(portfolio).status() == 200 && client.isReady(), () -> {});
            return answer;
        }
    }

    private static Connection connect() throws SQLException {
        DatabaseSettings database = server.databaseSettings();
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    private static long waiter(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(WAITER);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void goesOn(ApiClient client, String portfolio, String name) {
        Await.until(
                "readiness says so",
                SOON,
                () -> client.get("/health/ready").body().contains("\"embedded\":\"running\""),
                () -> {});
        assertThat(client.get("/health/live").status()).isEqualTo(200);
        JsonObject now = client.get(portfolio).json();
        assertThat(now.getInt("transaction_count")).isZero();
        assertThat(now.getInt("version")).isOne();

        Answer again = client.post(portfolio + "/transactions/import", "text/csv", DepositsFile.of(name, ROWS));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().getInt("imported")).isEqualTo(ROWS);
        assertThat(client.get(portfolio).json().getInt("transaction_count")).isEqualTo(ROWS);
        Await.until("its event is delivered", SOON, () -> outbox(client).getInt("waiting") == 0, () -> {});
        assertThat(outbox(client).getJsonArray("dead_letters")).isEmpty();
        assertThat(client.get("/api/ops/reconciliation").json().getInt("drift_count"))
                .isZero();
        hearsOfSessionsAndSealsTheAuditLog(client);
    }

    /** What works on connections of its own: the watch of sessions, and the sealing that one instance does for all. */
    private static void hearsOfSessionsAndSealsTheAuditLog(ApiClient client) {
        int sealed = verification(client).getInt("head_position");
        ApiClient other = server.client().signedIn(server.firstSignIn());
        assertThat(other.get("/api/auth/me").status()).isEqualTo(200);
        assertThat(other.post("/api/auth/logout").status()).isEqualTo(204);
        assertThat(other.get("/api/auth/me").status()).isEqualTo(401);
        Await.until(
                "the audit log is sealed", SOON, () -> verification(client).getInt("head_position") > sealed, () -> {});
        assertThat(verification(client).getBoolean("intact")).isTrue();
    }

    private static JsonObject verification(ApiClient client) {
        return client.get("/api/ops/audit/verification").json();
    }

    private static boolean isBroken(Connection connection) {
        try {
            return !connection.isValid(60);
        } catch (SQLException failure) {
            return true;
        }
    }

    /** Whether the database answers and the server listens there for ends of sessions. */
    private static boolean isWatched() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%live-sessions%' AND pid <> pg_backend_pid()")) {
            return row.next() && row.getLong(1) > 0;
        } catch (SQLException | RuntimeException notYet) {
            return false;
        }
    }

    private static JsonObject outbox(ApiClient client) {
        return client.get("/api/ops/outbox").json();
    }

    /** What is done to the database while the process of the import waits. */
    @FunctionalInterface
    private interface Blow {

        void fallsOn(long waiter) throws IOException, InterruptedException;
    }
}
