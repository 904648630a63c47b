package io.quantumleap.adapters.rest.chat.model;

import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.provider.ProviderKey;
import io.quantumleap.chat.provider.port.ModelProvider;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A provider with patience and a limit to it: what may pass is asked again with a growing, jittered pause or after the pause
 * that the provider asks for; a provider that keeps failing is left alone for a while; and only so many replies are under way
 * at once. Calls with a key of a user's own do not count for the circuit breaker, since that user's trouble is not everybody's.
 */
public final class ResilientProvider implements ModelProvider {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final double JITTER = 0.25;
    private static final int FAILURES = 5;
    private static final int OF_CALLS = 10;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final ProviderEndpoint endpoint;
    private final HttpClient connections;
    private final FailsafeExecutor<ModelReply> shared;
    private final FailsafeExecutor<ModelReply> own;

    /**
     * The provider at an endpoint.
     *
     * @param connections shared by all
     * @param workers sends the requests
     */
    public ResilientProvider(ProviderEndpoint endpoint, HttpClient connections, ExecutorService workers) {
        this.endpoint = endpoint;
        this.connections = connections;
        RetryPolicy<ModelReply> retry = RetryPolicy.<ModelReply>builder()
                .handleIf(failure -> failure instanceof RetryableModelException passing && isWorthWaitingFor(passing))
                .withMaxRetries(endpoint.retries())
                .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(JITTER)
                .withDelayFnOn(
                        context -> {
                            Throwable failure = context.getLastException();
                            return failure instanceof RetryableModelException passing
                                    ? passing.retryAfter()
                                            .map(ResilientProvider::longEnough)
                                            .orElse(Duration.ofNanos(-1))
                                    : Duration.ofNanos(-1);
                        },
                        RetryableModelException.class)
                .build();
        CircuitBreaker<ModelReply> breaker = CircuitBreaker.<ModelReply>builder()
                .handle(RetryableModelException.class)
                .withFailureThreshold(FAILURES, OF_CALLS)
                .withDelay(LEFT_ALONE)
                .build();
        Bulkhead<ModelReply> bulkhead = Bulkhead.of(endpoint.concurrent());
        this.shared = Failsafe.with(retry, breaker, bulkhead).with(workers);
        this.own = Failsafe.with(retry, bulkhead).with(workers);
    }

    /** So long that what the jitter may take off still leaves the pause that was asked for. */
    private static Duration longEnough(Duration wait) {
        return Duration.ofMillis((long) Math.ceil(wait.toMillis() / (1 - JITTER)) + 1);
    }

    /** A pause that the caller would not live through is no pause: the next provider may be free. */
    private static boolean isWorthWaitingFor(RetryableModelException failure) {
        return failure.retryAfter()
                .map(wait -> wait.compareTo(LONGEST_PAUSE) <= 0)
                .orElse(true);
    }

    @Override
    public String id() {
        return endpoint.format().code();
    }

    @Override
    public String model() {
        return endpoint.model();
    }

    @Override
    public boolean isOpen() {
        return endpoint.keyless() || endpoint.apiKey().isPresent();
    }

    @Override
    public int longestReply() {
        return endpoint.longestReply();
    }

    @Override
    public ChatModel with(@Nullable ProviderKey ownKey) {
        return ownKey == null
                ? new Patient(WireChatModel.of(endpoint, connections), shared)
                : new Patient(new WireChatModel(endpoint, ownKey.value(), connections), own);
    }

    private record Patient(ChatModel model, FailsafeExecutor<ModelReply> policies) implements ChatModel {

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public CompletionStage<ModelReply> reply(
                ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
            CompletableFuture<ModelReply> patient =
                    policies.getStageAsync(() -> model.reply(request, listener, cancellation));
            cancellation.onCancel(() -> patient.cancel(false));
            return patient.handle((reply, failure) -> {
                if (reply != null) {
                    return reply;
                }
                throw translated(failure);
            });
        }

        private static CompletionException translated(@Nullable Throwable failure) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof CircuitBreakerOpenException) {
                return new CompletionException(new RetryableModelException(
                        "The model provider has failed too often and is left alone for a while.", LEFT_ALONE));
            }
            if (cause instanceof BulkheadFullException) {
                return new CompletionException(
                        new RetryableModelException("Too many questions wait for the model provider."));
            }
            return new CompletionException(
                    cause == null ? new RetryableModelException("The model provider gave no reply.") : cause);
        }
    }
}
