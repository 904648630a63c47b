package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.port.ChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The model at an endpoint, asked once. Requests and replies are never logged, and no thread waits for a reply. Safe for use
 * by many threads.
 */
public final class WireChatModel implements ChatModel {

    /** What the libraries want to be given where a provider wants nothing. */
    private static final String NO_KEY = "none";

    private final ProviderEndpoint endpoint;
    private final String key;
    private final HttpClient connections;

    /**
     * Asks the provider at this endpoint.
     *
     * @param key the key to use, in place of the endpoint's
     * @param connections shared by all
     */
    public WireChatModel(ProviderEndpoint endpoint, String key, HttpClient connections) {
        this.endpoint = endpoint;
        this.key = key;
        this.connections = connections;
    }

    /** Asks with the installation's key, if there is one. */
    public static WireChatModel of(ProviderEndpoint endpoint, HttpClient connections) {
        return new WireChatModel(endpoint, endpoint.apiKey().orElse(NO_KEY), connections);
    }

    @Override
    public String name() {
        return endpoint.model();
    }

    @Override
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        Duration limit = shorter(request.timeLimit(), endpoint.replyTimeout());
        StreamedReply reply = new StreamedReply(endpoint.format().code(), listener);
        EventStream stream = new EventStream(connections, limit, endpoint.wantsApiKeyHeader(), reply::streamEnded);
        CompletionStage<ModelReply> inTime = reply.within(limit, stream::abort);
        cancellation.onCancel(reply::noLongerWanted);
        try {
            endpoint.format().model(endpoint, key, stream.builder()).chat(ProviderMessages.request(request), reply);
        } catch (RuntimeException refused) {
            reply.onError(refused);
        }
        return inTime;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
