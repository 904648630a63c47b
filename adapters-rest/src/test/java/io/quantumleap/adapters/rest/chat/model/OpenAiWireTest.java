package io.quantumleap.adapters.rest.chat.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.FinancialTools;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.core.shared.Money;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAiWireTest extends WireContract {

    @Override
    WireFormat format() {
        return WireFormat.OPENAI;
    }

    @Override
    String authorization(String key) {
        return "Bearer " + key;
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
    void asksADeploymentOfAzureAtItsPathWithItsVersionAndItsHeader() {
        provider.answers(StandInProvider.saying("Fine."));
        ProviderEndpoint azure = ProviderEndpoint.at(
                WireFormat.OPENAI,
                provider.baseUrl() + "/openai/deployments/mine?api-version=2024-10-21",
                "azure-key",
                "gpt-4o");

        ModelReply reply = WireChatModel.of(azure, HttpClient.newHttpClient())
                .reply(request("Hi"), piece -> {}, new Cancellation())
                .toCompletableFuture()
                .join();

        assertThat(reply.text()).isEqualTo("Fine.");
        assertThat(provider.addresses())
                .containsExactly("/v1/openai/deployments/mine/chat/completions?api-version=2024-10-21");
        assertThat(provider.headers().get(0))
                .containsEntry("Api-key", List.of("azure-key"))
                .doesNotContainKey("Authorization");
    }
}
