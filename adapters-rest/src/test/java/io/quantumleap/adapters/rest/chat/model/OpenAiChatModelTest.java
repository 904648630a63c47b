package io.quantumleap.adapters.rest.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelException;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.core.shared.Money;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatModelTest {

    private static final String KEY = "sk-secret-key";

    private final StandInProvider provider = new StandInProvider();
    private final List<String> pieces = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void streamsAnAnswerPieceByPiece() {
        provider.answers(StandInProvider.saying("You hold ", "ACME", "."));

        ModelReply reply = ask(request("What do I hold?"));

        assertThat(reply.text()).isEqualTo("You hold ACME.");
        assertThat(reply.calls()).isEmpty();
        assertThat(reply.usage()).contains(new TokenUsage(120, 7));
        assertThat(pieces).containsExactly("You hold ", "ACME", ".");
        assertThat(provider.authorizations()).containsExactly("Bearer " + KEY);
    }

    @Test
    void sendsTheConversationAndTheToolsInTheWireFormat() {
        provider.answers(StandInProvider.saying("Fine."));
        ToolCall call = new ToolCall("call_1", "holdings", ToolArguments.of(Map.of("as_of", "2025-12-31")));
        ToolResult result = new ToolResult(
                "Holdings",
                "/h",
                List.of(Metric.VALUE.amount(Money.of("1234.5", "USD"))),
                List.of(new ToolResult.Row("ACME", List.of(Metric.WEIGHT.percent(0.2341)))),
                List.of("Carried forward."));

        ask(new ModelRequest(
                "Rules.",
                List.of(
                        new Message.FromUser("Hi"),
                        new Message.FromModel("Hello.", List.of()),
                        new Message.FromUser("Worth?"),
                        new Message.FromModel("", List.of(call)),
                        new Message.FromTool(call, result),
                        new Message.FromTool(call, new ToolRefusal(ToolRefusal.Reason.NO_DATA, "There is nothing.")),
                        new Message.FromReviewer("5 % is in no tool result.")),
                List.of(FinancialTools.COMPARISON, FinancialTools.TRANSACTIONS),
                Duration.ofSeconds(30)));

        JsonObject sent = provider.requests().get(0);
        assertThat(sent.getString("model")).isEqualTo("stand-in-model");
        assertThat(sent.getBoolean("stream")).isTrue();
        JsonArray messages = sent.getJsonArray("messages");
        assertThat(messages.getValuesAs(JsonObject.class))
                .extracting(message -> message.getString("role"))
                .containsExactly("system", "user", "assistant", "user", "assistant", "tool", "tool", "user");
        JsonObject asked = messages.getJsonObject(4).getJsonArray("tool_calls").getJsonObject(0);
        assertThat(asked.getJsonObject("function").getString("arguments")).isEqualTo("{\"as_of\":\"2025-12-31\"}");
        assertThat(messages.getJsonObject(5).getString("content"))
                .isEqualTo("{\"title\":\"Holdings\",\"figures\":{\"value\":\"1,234.50 USD\"},"
                        + "\"rows\":[{\"weight\":\"23.41 %\",\"name\":\"ACME\"}],\"notes\":[\"Carried forward.\"]}");
        assertThat(messages.getJsonObject(6).getString("content")).contains("no_data", "There is nothing.");
        assertThat(messages.getJsonObject(7).getString("content")).startsWith("[Review by the platform");
        JsonObject tool = sent.getJsonArray("tools").getJsonObject(0).getJsonObject("function");
        assertThat(tool.getString("name")).isEqualTo("benchmark_comparison");
        assertThat(tool.getJsonObject("parameters").getJsonArray("required").toString())
                .isEqualTo("[\"benchmark\"]");
        assertThat(sent.getJsonArray("tools").getJsonObject(1).toString()).contains("\"integer\"");
    }

    @Test
    void readsToolCallsWhoseArgumentsComeInPieces() {
        provider.answers(StandInProvider.calling("prices", "{\"symbol\": \"ACME\", \"limit\": 3, \"from\": null}"));
        ModelReply reply = ask(request("Price?"));
        assertThat(reply.calls())
                .containsExactly(
                        new ToolCall("call_1", "prices", ToolArguments.of(Map.of("symbol", "ACME", "limit", "3"))));
        assertThat(pieces).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"symbol\": {\"nested\": 1}}", "{\"symbol\": ", "[1, 2]", "ACME", "{\"symbol\": [\"A\"]}"})
    void marksArgumentsThatCannotBeRead(String arguments) {
        provider.answers(StandInProvider.calling("prices", arguments));
        assertThat(ask(request("Price?")).calls().get(0).arguments().readable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void maySucceedLaterAfterAPassingFailure(int status) {
        provider.answers(StandInProvider.failing(status));
        assertFailure(request("Hi"), RetryableModelException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void willNotSucceedAfterARefusal(int status) {
        provider.answers(StandInProvider.failing(status));
        assertFailure(request("Hi"), PermanentModelException.class);
    }

    @Test
    void maySucceedLaterWhenNobodyListens() {
        provider.close();
        assertFailure(request("Hi"), RetryableModelException.class);
    }

    @Test
    void givesUpOnAProviderThatStaysSilent() {
        provider.answers(provider.silent());
        assertFailure(
                new ModelRequest("Rules.", List.of(new Message.FromUser("Hi")), List.of(), Duration.ofMillis(300)),
                RetryableModelException.class);
    }

    @Test
    void givesUpOnAStreamThatStalls() {
        provider.answers(provider.stallingAfter("Once upon "));
        assertFailure(
                new ModelRequest("Rules.", List.of(new Message.FromUser("Hi")), List.of(), Duration.ofMillis(700)),
                PermanentModelException.class);
        assertThat(pieces).containsExactly("Once upon ");
    }

    @Test
    void doesNotTakeACutStreamForAnAnswer() {
        provider.answers(StandInProvider.cutAfter("You are worth 5"));
        assertFailure(request("Worth?"), PermanentModelException.class);
    }

    @Test
    void doesNotTakeBabbleForAnAnswer() {
        provider.answers(StandInProvider.babbling());
        assertFailure(request("Worth?"), ModelException.class);
    }

    @Test
    void stopsWhenTheReplyIsNoLongerWanted() throws Exception {
        provider.answers(provider.stallingAfter("Once upon "));
        Cancellation cancellation = new Cancellation();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<ModelReply> reply = model().reply(
                        request("Hi"),
                        piece -> {
                            pieces.add(piece);
                            begun.countDown();
                        },
                        cancellation)
                .toCompletableFuture();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThatThrownBy(() -> reply.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(PermanentModelException.class);
    }

    @Test
    void asksWithoutAKeyWhereNoneIsSet() {
        provider.answers(StandInProvider.saying("Hi."));
        OpenAiEndpoint open = OpenAiEndpoint.at(provider.baseUrl(), null, "llama");
        new OpenAiChatModel(open)
                .reply(request("Hi"), pieces::add, new Cancellation())
                .toCompletableFuture()
                .join();
        assertThat(provider.authorizations().get(0)).doesNotContain(KEY);
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(OpenAiEndpoint.at("http://x/v1", KEY, "m").toString()).doesNotContain(KEY);
    }

    private void assertFailure(ModelRequest request, Class<? extends ModelException> expected) {
        assertThatThrownBy(() -> ask(request))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(expected)
                .hasMessageNotContainingAny(KEY, "Incorrect")
                .hasNoCause();
    }

    private ModelReply ask(ModelRequest request) {
        return model().reply(request, pieces::add, new Cancellation())
                .toCompletableFuture()
                .join();
    }

    private OpenAiChatModel model() {
        return new OpenAiChatModel(new OpenAiEndpoint(
                provider.baseUrl(), KEY, "stand-in-model", Duration.ofSeconds(2), Duration.ofSeconds(20)));
    }

    private static ModelRequest request(String question) {
        return new ModelRequest(
                "Rules.",
                List.of(new Message.FromUser(question)),
                List.of(FinancialTools.PRICES),
                Duration.ofSeconds(30));
    }
}
