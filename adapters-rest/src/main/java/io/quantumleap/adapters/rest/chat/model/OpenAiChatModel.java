package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.port.ChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Any provider that speaks OpenAI's chat completions with streaming and tool calls: OpenAI itself, Azure, Ollama, vLLM,
 * llama.cpp and others. Requests and replies are never logged.
 */
public final class OpenAiChatModel implements ChatModel {

    private final OpenAiEndpoint endpoint;
    private final StreamingChatModel model;

    /** Asks the provider at this endpoint. */
    public OpenAiChatModel(OpenAiEndpoint endpoint) {
        this.endpoint = endpoint;
        this.model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(JdkHttpClient.builder()
                        .httpClientBuilder(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER))
                        .connectTimeout(endpoint.connectTimeout())
                        .readTimeout(endpoint.replyTimeout()))
                .baseUrl(endpoint.baseUrl())
                // The library wants a key even where the provider does not.
                .apiKey(endpoint.apiKey().orElse("none"))
                .modelName(endpoint.model())
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    @Override
    public String name() {
        return endpoint.model();
    }

    @Override
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        StreamedReply reply = new StreamedReply(listener, cancellation);
        Duration limit = shorter(request.timeLimit(), endpoint.replyTimeout());
        CompletionStage<ModelReply> inTime = reply.within(limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            model.chat(OpenAiMessages.request(request), reply);
        } catch (RuntimeException refused) {
            reply.onError(refused);
        }
        return inTime;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
