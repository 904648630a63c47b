package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.Locale;

/** The wire formats of model providers. */
public enum WireFormat {
    /** Chat completions: OpenAI itself, Azure, Ollama, vLLM, llama.cpp and others. */
    OPENAI("https://api.openai.com/v1") {
        @Override
        StreamingChatModel model(ProviderEndpoint endpoint, String key, HttpClientBuilder http) {
            OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder = OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(http)
                    .baseUrl(endpoint.path())
                    .customQueryParams(endpoint.query())
                    .apiKey(key)
                    .modelName(endpoint.model())
                    .logRequests(false)
                    .logResponses(false);
            // OpenAI's newer models refuse the older name of the limit, and many compatible servers do not know the
            // newer.
            return isOpenAi(endpoint.path())
                    ? builder.maxCompletionTokens(endpoint.longestReply()).build()
                    : builder.maxTokens(endpoint.longestReply()).build();
        }
    },
    /** Anthropic's messages. */
    ANTHROPIC("https://api.anthropic.com/v1") {
        @Override
        StreamingChatModel model(ProviderEndpoint endpoint, String key, HttpClientBuilder http) {
            return AnthropicStreamingChatModel.builder()
                    .httpClientBuilder(http)
                    .baseUrl(endpoint.baseUrl())
                    .apiKey(key)
                    .modelName(endpoint.model())
                    .maxTokens(endpoint.longestReply())
                    .logRequests(false)
                    .logResponses(false)
                    .build();
        }
    },
    /** Google's generateContent. */
    GEMINI("https://generativelanguage.googleapis.com/v1beta") {
        @Override
        StreamingChatModel model(ProviderEndpoint endpoint, String key, HttpClientBuilder http) {
            return GoogleAiGeminiStreamingChatModel.builder()
                    .httpClientBuilder(http)
                    .baseUrl(endpoint.baseUrl())
                    .apiKey(key)
                    .modelName(endpoint.model())
                    .maxOutputTokens(endpoint.longestReply())
                    .logRequests(false)
                    .logResponses(false)
                    .build();
        }
    };

    private final String usualAddress;

    WireFormat(String usualAddress) {
        this.usualAddress = usualAddress;
    }

    /** The name in configuration and JSON, such as {@code openai}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the company that made the format answers. */
    public String usualAddress() {
        return usualAddress;
    }

    /** A model of the library for one reply; it is light, since the connections are shared. */
    abstract StreamingChatModel model(ProviderEndpoint endpoint, String key, HttpClientBuilder http);

    private static boolean isOpenAi(String baseUrl) {
        String host = URI.create(baseUrl).getHost();
        return host != null && (host.endsWith("openai.com") || host.endsWith("openai.azure.com"));
    }
}
