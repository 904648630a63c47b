package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with a provider over the connections that all share. The library's own client would hold a thread for as long
 * as a stream is open; this one is called when something arrives, can be aborted at any moment, and tells when the stream is
 * over, also where the library does not listen for that.
 */
final class EventStream implements HttpClient {

    private static final String BEARER = "Bearer ";
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final java.net.http.HttpClient connections;
    private final Duration limit;
    private final Runnable atEnd;
    private final boolean apiKeyHeader;
    private final AtomicReference<@Nullable CompletableFuture<?>> exchange = new AtomicReference<>();
    private final AtomicReference<@Nullable EventLines> lines = new AtomicReference<>();
    private volatile boolean aborted;

    /**
     * An exchange to come.
     *
     * @param limit how long it may take to the first byte of the answer's head
     * @param apiKeyHeader whether the key goes in the field {@code api-key} and not in {@code Authorization}
     * @param atEnd runs when the stream ended in order, after its last event was given out
     */
    EventStream(java.net.http.HttpClient connections, Duration limit, boolean apiKeyHeader, Runnable atEnd) {
        this.apiKeyHeader = apiKeyHeader;
        this.connections = connections;
        this.limit = limit;
        this.atEnd = atEnd;
    }

    /** What the library takes to make a client: this one, whatever it asks for. */
    HttpClientBuilder builder() {
        return new Builder();
    }

    /** Closes the connection; nothing more is given out. */
    void abort() {
        aborted = true;
        EventLines open = lines.get();
        if (open != null) {
            open.abort();
        }
        CompletableFuture<?> running = exchange.get();
        if (running != null) {
            running.cancel(true);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        if (aborted) {
            return;
        }
        CompletableFuture<?> running = connections.sendAsync(jdk(request), head -> body(head, listener));
        exchange.set(running);
        CompletionStage<?> told = running;
        told.whenComplete((response, failure) -> {
            if (failure != null && !aborted) {
                listener.onError(failure);
            }
        });
        if (aborted) {
            running.cancel(true);
        }
    }

    private BodySubscriber<Void> body(HttpResponse.ResponseInfo head, ServerSentEventListener listener) {
        if (head.statusCode() >= OK && head.statusCode() < MULTIPLE_CHOICES) {
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(head.statusCode())
                    .headers(head.headers().map())
                    .build());
            EventLines events = new EventLines(listener, atEnd);
            lines.set(events);
            if (aborted) {
                events.abort();
            }
            return BodySubscribers.fromSubscriber(events);
        }
        listener.onError(new RefusedException(
                head.statusCode(), retryAfter(head.headers().firstValue("Retry-After"))));
        EventLines unread = new EventLines(listener, () -> {});
        unread.abort();
        return BodySubscribers.fromSubscriber(unread);
    }

    /** In seconds; the form with a date is not used by providers. */
    private static @Nullable Duration retryAfter(Optional<String> header) {
        return header.map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private java.net.http.HttpRequest jdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder()
                .uri(URI.create(request.url()))
                .timeout(limit)
                .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> addHeader(builder, name, value)));
        return builder.build();
    }

    private void addHeader(java.net.http.HttpRequest.Builder builder, String name, String value) {
        boolean key = apiKeyHeader && name.equalsIgnoreCase("Authorization") && value.startsWith(BEARER);
        builder.header(key ? "api-key" : name, key ? value.substring(BEARER.length()) : value);
    }

    private final class Builder implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return limit;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return limit;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return EventStream.this;
        }
    }
}
