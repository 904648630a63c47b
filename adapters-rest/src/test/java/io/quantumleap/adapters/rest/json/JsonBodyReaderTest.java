package io.quantumleap.adapters.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.DeskServer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyReaderTest {

    public record PartJson(String partName) {}

    public record NoteJson(
            String ownText,
            @Nullable Integer levelCount,
            @Nullable LocalDate dueDate,
            @Nullable Double ratio95,
            @Nullable List<PartJson> parts) {}

    /** Gives back what it was given. */
    @Path("/echo")
    public static class Echo {

        @POST
        @Consumes("application/json")
        @Produces("application/json")
        public NoteJson echo(NoteJson note) {
            return note;
        }
    }

    private final DeskServer server = new DeskServer(new Echo());

    @Test
    void readsAndWritesSnakeCaseAndWritesNulls() {
        DeskServer.Answer answer =
                server.post("/echo", "{\"own_text\":\"x\",\"level_count\":3,\"due_date\":\"2026-01-31\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"due_date\":\"2026-01-31\",\"level_count\":3,\"own_text\":\"x\",\"parts\":null,\"ratio_95\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "AT&T <T>", "a < b", "Ünï¢ødé 🙂", "'; DROP TABLE users; --", "  spaced  "})
    void givesTextBackAsItCame(String text) {
        String json = jakarta.json.Json.createObjectBuilder()
                .add("own_text", text)
                .build()
                .toString();

        assertThat(server.post("/echo", json).json().getString("own_text")).isEqualTo(text);
    }

    @Test
    void namesEveryUnknownField() {
        DeskServer.Answer answer = server.post("/echo", "{\"own_text\":\"x\",\"roles\":[\"admin\"],\"ownText\":\"y\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("type")).endsWith("invalid-request");
        assertThat(answer.json().getJsonArray("errors").getValuesAs(e -> e.asJsonObject()
                        .getString("field")))
                .containsExactly("roles", "ownText");
    }

    @Test
    void refusesAnUnknownFieldInsideAFieldToo() {
        DeskServer.Answer answer = server.post("/echo", "{\"parts\":[{\"part_name\":\"a\",\"admin\":true}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("parts");
    }

    @Test
    void namesEveryFieldOfTheWrongType() {
        DeskServer.Answer answer =
                server.post("/echo", "{\"own_text\":\"x\",\"level_count\":\"many\",\"due_date\":\"tomorrow\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("errors").getValuesAs(e -> e.asJsonObject()
                        .getString("field")))
                .containsExactly("level_count", "due_date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"own_text\":}",
                "{\"own_text\":\"a\",\"own_text\":\"b\"}",
                "{} {}",
                "{}],[{}",
                "not json",
                "{\"own_text\":\"\u0001\"}",
                "{'own_text':'a'}",
                "{\"level_count\":01}"
            })
    void callsMalformedWhatIsNoJson(String body) {
        DeskServer.Answer answer = server.post("/echo", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("type")).endsWith("malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"text\"",
                "1",
                "{\"own_text\":\"a\\u0000b\"}",
                "{\"own_text\":\"\\ud800\"}",
                "{\"level_count\":1e999999999}",
                "{\"own_text\":{}}"
            })
    void callsInvalidWhatCannotBeTaken(String body) {
        DeskServer.Answer answer = server.post("/echo", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("type")).endsWith("invalid-request");
    }

    @Test
    void refusesDeepNestingWithoutFollowingIt() {
        String deep = "{\"parts\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

        assertThat(server.post("/echo", deep).status()).isEqualTo(400);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "{\"own_text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        DeskServer.Answer answer = server.send("POST", "/echo", Map.of("Content-Type", "application/json"), latin);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("detail")).contains("UTF-8");
    }

    @Test
    void spellsFieldNamesAsTheContractDoes() {
        assertThat(FieldNames.toJson("expectedShortfall95")).isEqualTo("expected_shortfall_95");
        assertThat(FieldNames.toJson("var95")).isEqualTo("var_95");
        assertThat(FieldNames.toJson("rSquared")).isEqualTo("r_squared");
        assertThat(FieldNames.toJson("nextCursor")).isEqualTo("next_cursor");
        assertThat(FieldNames.toJson("id")).isEqualTo("id");
    }
}
