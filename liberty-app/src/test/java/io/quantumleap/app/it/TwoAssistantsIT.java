package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.chat.model.StandInProvider;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one database: one conversation stays in order, and one question is answered and paid once. */
class TwoAssistantsIT {

    private static final String CHAT = "/api/ai/chat";
    private static final String CONVERSATIONS = CHAT + "/conversations/";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int QUESTIONS = 6;

    private static StandInProvider provider;
    private static ServerProcess first;
    private static ServerProcess second;

    @BeforeAll
    static void start() {
        provider = new StandInProvider().answers(StandInProvider.saying("Hello."));
        first = assistant().start().awaitReady();
        second = assistant().beside(first).start().awaitReady();
    }

    private static ServerProcess.Setup assistant() {
        return ServerProcess.setup()
                .with("quantumleap.chat.openai.base-url", provider.baseUrl())
                .with("quantumleap.chat.openai.model", "model-a")
                .with("quantumleap.chat.prices", "model-a=2.50/10.00");
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
        provider.close();
    }

    @Test
    void keepOneConversationInOrderWhicheverIsAsked() throws Exception {
        ServerProcess.SignIn user = newUser();
        List<ApiClient> servers =
                List.of(first.client().signedIn(user), second.client().signedIn(user));
        String conversation =
                servers.get(0).post(CHAT, question("Question 0", null)).json().getString("conversation_id");
        ExecutorService senders = Executors.newFixedThreadPool(QUESTIONS);
        try {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 1; i <= QUESTIONS; i++) {
                String text = "Question " + i;
                ApiClient server = servers.get(i % 2);
                asked.add(senders.submit(
                        () -> server.post(CHAT, question(text, conversation)).status()));
            }
            int answered = 0;
            for (Future<Integer> one : asked) {
                assertThat(one.get()).isIn(200, 409);
                answered += one.get() == 200 ? 1 : 0;
            }
            JsonArray turns =
                    servers.get(1).get(CONVERSATIONS + conversation).json().getJsonArray("turns");
            assertThat(answered).isPositive();
            assertThat(turns).hasSize(2 * (answered + 1));
            for (int i = 0; i < turns.size(); i++) {
                assertThat(turns.getJsonObject(i).getString("role")).isEqualTo(i % 2 == 0 ? "user" : "assistant");
            }
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void answerAndChargeOneNamedQuestionOnce() throws Exception {
        ServerProcess.SignIn user = newUser();
        String key = UUID.randomUUID().toString();
        List<ApiClient> servers =
                List.of(first.client().signedIn(user), second.client().signedIn(user));
        ExecutorService senders = Executors.newFixedThreadPool(QUESTIONS);
        try {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                ApiClient server = servers.get(i % 2).with("Idempotency-Key", key);
                asked.add(senders.submit(() -> server.post(CHAT, question("The same", null))));
            }
            JsonObject answer = asked.get(0).get().json();
            for (Future<Answer> one : asked) {
                assertThat(one.get().status()).as(one.get().body()).isEqualTo(200);
                assertThat(one.get().json()).isEqualTo(answer);
            }
        } finally {
            senders.shutdownNow();
        }
        ApiClient client = servers.get(1);
        Await.until("the call is settled", SOON, () -> month(client).getInt("requests") == 1, () -> {});
        assertThat(new BigDecimal(month(client).getJsonObject("reserved").getString("amount")))
                .isZero();
        assertThat(client.get(CHAT + "/conversations").json().getJsonArray("items"))
                .hasSize(1);
    }

    private static JsonObject month(ApiClient client) {
        return client.get("/api/ai/cost-tracking").json().getJsonObject("current_month");
    }

    private static JsonObject question(String text, String conversation) {
        JsonObjectBuilder question = Json.createObjectBuilder().add("message", text);
        return (conversation == null ? question : question.add("conversation_id", conversation)).build();
    }

    private static ServerProcess.SignIn newUser() {
        ServerProcess.SignIn user = new ServerProcess.SignIn(
                "two-" + UUID.randomUUID(), UUID.randomUUID().toString());
        Answer created = first.client()
                .signedIn(first.firstSignIn())
                .post(
                        "/api/users",
                        Json.createObjectBuilder()
                                .add("username", user.username())
                                .add("password", user.password())
                                .add("roles", Json.createArrayBuilder().add("client"))
                                .build());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return user;
    }
}
