package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import io.quantumleap.app.it.Await;
import io.quantumleap.app.it.ServerProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do and what is refused to them stands in the audit log; who changes the log in the database is found out. */
class AuditIT {

    private static final Duration MOMENT = Duration.ofSeconds(30);

    private static ServerProcess server;
    private static ApiClient administrator;

    @BeforeAll
    static void startServer() {
        server = ServerProcess.setup().start().awaitReady();
        administrator = server.client().signedIn(server.firstSignIn());
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private static List<JsonObject> rows(String query) {
        Answer answer = administrator.get("/api/ops/audit?limit=200" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static void awaitRow(String action, String text) {
        Await.until(
                action + " " + text,
                MOMENT,
                () -> rows("&action=" + action).stream()
                        .anyMatch(row -> row.toString().contains(text)),
                () -> {});
    }

    private static JsonObject verification(String query) {
        Answer answer = administrator.get("/api/ops/audit/verification" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void tellsWhoDidWhat() {
        String password = "Lamps by the river " + UUID.randomUUID();
        String id = administrator
                .post(
                        "/api/users",
                        Json.createObjectBuilder()
                                .add("username", "audit-" + UUID.randomUUID())
                                .add("password", password)
                                .add("roles", Json.createArrayBuilder().add("client"))
                                .build())
                .json()
                .getString("id");
        administrator.patch(
                "/api/users/" + id,
                Json.createObjectBuilder()
                        .add("roles", Json.createArrayBuilder().add("adviser"))
                        .build());
        String portfolio = administrator
                .post(
                        "/api/portfolio",
                        Json.createObjectBuilder()
                                .add("name", "O\'Brien <b>secret name</b>")
                                .add("base_currency", "USD")
                                .build())
                .json()
                .getString("id");
        String transaction = administrator
                .post(
                        "/api/portfolio/" + portfolio + "/transactions",
                        Json.createObjectBuilder()
                                .add("date", "2024-03-01")
                                .add("type", "deposit")
                                .add("amount", "100.00")
                                .add("currency", "USD")
                                .build())
                .json()
                .getString("id");
        administrator.post(
                "/api/portfolio/" + portfolio + "/transactions/" + transaction + "/reversal",
                Json.createObjectBuilder().add("reason", "a slip").build());
        administrator.post(
                "/api/portfolio/" + portfolio + "/transactions/import",
                "text/csv",
                "date,type,amount,currency\n2024-03-02,deposit,5.00,USD\n2024-03-03,deposit,6.00,USD\n");
        assertThat(administrator
                        .with("Accept", "text/csv")
                        .get("/api/portfolio/" + portfolio + "/transactions/export")
                        .status())
                .isEqualTo(200);
        administrator.patch(
                "/api/portfolio/" + portfolio,
                Json.createObjectBuilder()
                        .add("name", "another secret name")
                        .add("lot_method", "lifo")
                        .build());
        administrator.delete("/api/portfolio/" + portfolio);

        awaitRow("signed_in", "POST /api/auth/login");
        awaitRow("user_created", id);
        awaitRow("user_changed", "roles [client] to [adviser]");
        awaitRow("transaction_recorded", transaction);
        awaitRow("transaction_reversed", portfolio);
        awaitRow("transactions_imported", portfolio);
        awaitRow("exported", portfolio + "/transactions/export");
        awaitRow("portfolio_changed", "lot_method fifo to lifo, name");
        awaitRow("portfolio_removed", portfolio);
        assertThat(rows("").toString()).doesNotContain(password, "secret name", "a slip");
        assertThat(rows("&action=transactions_imported").get(0).getInt("count")).isEqualTo(2);
        assertThat(rows("&action=user_changed").get(0).getString("actor")).isNotEqualTo(id);
    }

    @Test
    void countsWhatIsRefusedAndWhatLooksLikeAnAttack() {
        for (int i = 0; i < 5; i++) {
            server.client().get("/api/portfolio");
        }
        server.client().get("/nowhere?q=%3Cscript%3Ealert(1)%3C/script%3E");

        awaitRow("unauthenticated", "GET /api/portfolio");
        awaitRow("attack_shaped", "script, status 404");
        assertThat(rows("&action=unauthenticated").stream()
                        .filter(row -> row.getString("route").equals("GET /api/portfolio"))
                        .mapToInt(row -> row.getInt("count"))
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void refusesWhatItCannotAnswerAndWhoMayNotAsk() {
        assertThat(administrator.get("/api/ops/audit?action=dancing").status()).isEqualTo(400);
        assertThat(administrator.get("/api/ops/audit?since=yesterday").status()).isEqualTo(400);
        assertThat(administrator.get("/api/ops/audit?cursor=xyz").status()).isEqualTo(400);
        assertThat(administrator.get("/api/ops/audit/verification?position=1").status())
                .isEqualTo(400);
        assertThat(server.client().get("/api/ops/audit").status()).isEqualTo(401);
    }

    @Test
    void switchesFlagsAtRunTimeWithATraceAndBackAgain() {
        assertThat(put("rate-limits", false, 100).status()).isEqualTo(200);
        Await.until(
                "the limits are off",
                MOMENT,
                () -> administrator.get("/api/auth/me").header("RateLimit").isEmpty(),
                () -> {});
        assertThat(put("rate-limits", true, 100).status()).isEqualTo(200);
        Await.until(
                "the limits are on",
                MOMENT,
                () -> !administrator.get("/api/auth/me").header("RateLimit").isEmpty(),
                () -> {});

        put("content-policy", false, 100);
        Await.until(
                "the policy only reports",
                MOMENT,
                () -> !server.client()
                        .get("/")
                        .header("Content-Security-Policy-Report-Only")
                        .isEmpty(),
                () -> {});
        put("content-policy", true, 100);
        put("sample-portfolio", true, 0);
        Await.until(
                "the sample is closed",
                MOMENT,
                () -> administrator.post("/api/portfolio/sample").status() == 403,
                () -> {});
        put("sample-portfolio", true, 100);

        assertThat(put("rate-limits", true, 50).status()).isEqualTo(400);
        assertThat(put("rate-limits", true, 101).status()).isEqualTo(400);
        assertThat(put("no-such-flag", true, 100).status()).isEqualTo(404);
        assertThat(rows("&action=flag_switched")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(administrator.get("/api/ops/flags").body()).contains("rate-limits", "sample-portfolio");
    }

    /** The owner of the tables can do anything to them, and is found out. */
    @Test
    void findsOutWhoChangesTheLogInTheDatabase() throws Exception {
        server.client().get("/api/users");
        awaitRow("unauthenticated", "GET /api/users");
        Await.until("all is sealed", MOMENT, () -> verification("").getInt("checked") > 2, () -> {});
        JsonObject before = verification("");
        String anchor = "?position=" + before.getInt("head_position") + "&chain=" + before.getString("head_chain");
        assertThat(verification(anchor).getBoolean("intact")).isTrue();

        try (Connection owner = database();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
            statement.execute("UPDATE audit_entry SET note = 'nothing happened' WHERE action = 'unauthenticated'");
            statement.execute("ALTER TABLE audit_entry ENABLE TRIGGER ALL");
            owner.commit();
        }

        JsonObject after = verification(anchor);
        assertThat(after.getBoolean("intact")).isFalse();
        assertThat(after.getJsonArray("faults").toString()).contains("\"changed\"");
    }

    /** As the administrator of the embedded database, whose password and port stand in its folder. */
    private static Connection database() throws Exception {
        Path folder = server.home().resolve("database");
        List<String> pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
        String password =
                Files.readString(folder.resolve("administrator-password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/quantumleap", "postgres", password);
    }

    private static Answer put(String flag, boolean on, int percentage) {
        return administrator
                .with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/api/ops/flags/" + flag,
                        java.net.http.HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("on", on)
                                .add("percentage", percentage)
                                .build()
                                .toString()));
    }
}
