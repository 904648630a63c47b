package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Questions with a name, streams that go on, and conversations as their owner wants them, on the packaged server. */
class ExchangeIT {

    private static final String CHAT = "/api/ai/chat";
    private static final String CONVERSATIONS = CHAT + "/conversations/";

    private static ApiClient client;
    private static ApiClient other;

    @BeforeAll
    static void signIn() {
        client = newUser();
        other = newUser();
        assertThat(client.post("/api/portfolio/sample").status()).isEqualTo(201);
    }

    @Test
    void answersANamedQuestionOnce() {
        ApiClient named = client.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject first = named.post(CHAT, question("How did I do in 2024?")).json();
        JsonObject again = named.post(CHAT, question("How did I do in 2024?")).json();
        assertThat(again).isEqualTo(first);
        assertThat(client.get(CONVERSATIONS + first.getString("conversation_id"))
                        .json()
                        .getJsonArray("turns"))
                .hasSize(2);
        Answer reused = named.post(CHAT, question("How risky is it?"));
        assertThat(reused.status()).as(reused.body()).isEqualTo(409);
        assertThat(reused.json().getString("detail")).contains("another question");
        assertThat(client.with("Idempotency-Key", "x".repeat(129))
                        .post(CHAT, question("Hi"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void goesOnWhereAStreamWasLost() {
        ApiClient named =
                client.with("Idempotency-Key", UUID.randomUUID().toString()).with("Accept", "text/event-stream");
        List<SseEvent> whole =
                SseEvent.parse(named.post(CHAT, question("What do I own?")).body());
        String exchange = whole.get(0).json().getString("exchange_id");
        SseEvent done = whole.get(whole.size() - 1);

        Answer rest = client.with("Accept", "text/event-stream")
                .with("Last-Event-ID", "2")
                .get(CHAT + "/exchanges/" + exchange + "/events");
        assertThat(rest.status()).as(rest.body()).isEqualTo(200);
        assertThat(SseEvent.parse(rest.body())).isEqualTo(whole.subList(2, whole.size()));

        for (int heard = 1; heard < whole.size(); heard++) {
            List<SseEvent> repeated = SseEvent.parse(named.with("Last-Event-ID", Integer.toString(heard))
                    .post(CHAT, question("What do I own?"))
                    .body());
            assertThat(repeated).isEqualTo(whole.subList(heard, whole.size()));
        }
        assertThat(done.name()).isEqualTo("done");

        assertThat(other.with("Accept", "text/event-stream")
                        .get(CHAT + "/exchanges/" + exchange + "/events")
                        .status())
                .isEqualTo(404);
        assertThat(other.delete(CHAT + "/exchanges/" + exchange).status()).isEqualTo(404);
        assertThat(client.with("Accept", "text/event-stream")
                        .with("Last-Event-ID", "two")
                        .get(CHAT + "/exchanges/" + exchange + "/events")
                        .status())
                .isEqualTo(400);
        assertThat(client.delete(CHAT + "/exchanges/" + exchange).status())
                .as("what is complete stays")
                .isEqualTo(204);
    }

    @Test
    void renamesAndExportsAConversation() {
        String id =
                client.post(CHAT, question("How did I do in <2024>?")).json().getString("conversation_id");
        Answer renamed = client.patch(CONVERSATIONS + id, title("My *year*"));
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(client.get(CONVERSATIONS + id).json().getString("title")).isEqualTo("My *year*");

        Answer json = client.get(CONVERSATIONS + id + "/export");
        assertThat(json.header("Content-Disposition")).contains("attachment", id + ".json");
        assertThat(json.json()).isEqualTo(client.get(CONVERSATIONS + id).json());
        Answer markdown = client.with("Accept", "*/*").get(CONVERSATIONS + id + "/export?format=markdown");
        assertThat(markdown.header("Content-Type")).startsWith("text/markdown");
        assertThat(markdown.body()).startsWith("# My \\*year\\*").contains("How did I do in \\<2024\\>?", "Sources:");

        assertThat(client.patch(CONVERSATIONS + id, title(" ")).status()).isEqualTo(400);
        assertThat(client.patch(CONVERSATIONS + id, title("x".repeat(201))).status())
                .isEqualTo(400);
        assertThat(client.get(CONVERSATIONS + id + "/export?format=pdf").status())
                .isEqualTo(400);
        assertThat(other.patch(CONVERSATIONS + id, title("Mine")).status()).isEqualTo(404);
        assertThat(other.get(CONVERSATIONS + id + "/export").status()).isEqualTo(404);
    }

    private static ApiClient newUser() {
        String name = "exchange-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        assertThat(SharedServer.administrator()
                        .post(
                                "/api/users",
                                Json.createObjectBuilder()
                                        .add("username", name)
                                        .add("password", password)
                                        .add("roles", Json.createArrayBuilder().add("client"))
                                        .build())
                        .status())
                .isEqualTo(201);
        return SharedServer.running().client().signedIn(new ServerProcess.SignIn(name, password));
    }

    private static JsonObject title(String title) {
        return Json.createObjectBuilder().add("title", title).build();
    }

    private static JsonObject question(String message) {
        return Json.createObjectBuilder().add("message", message).build();
    }
}
