package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.cost.Meter;
import io.quantumleap.chat.cost.ModelCall;
import io.quantumleap.chat.cost.TokenEstimate;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.provider.ProviderKey;
import io.quantumleap.chat.provider.port.ModelProvider;
import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UserId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A provider's model, with the key of the user where the user brought one, and with every call in the account. Safe for use
 * by many threads.
 */
public final class MeteredModel implements ChatModel {

    private final ModelProvider provider;
    private final ProviderKeys keys;
    private final Meter meter;
    private final IdGenerator ids;
    private final Executor executor;
    private final Consumer<Throwable> troubles;

    /**
     * Works with these.
     *
     * @param executor runs the account and the store of keys, which block
     * @param troubles is told why a call could not be settled
     */
    public MeteredModel(
            ModelProvider provider,
            ProviderKeys keys,
            Meter meter,
            IdGenerator ids,
            Executor executor,
            Consumer<Throwable> troubles) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.meter = Objects.requireNonNull(meter, "meter");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.executor = Objects.requireNonNull(executor, "executor");
        this.troubles = Objects.requireNonNull(troubles, "troubles");
    }

    @Override
    public String name() {
        return provider.model();
    }

    @Override
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        Optional<UserId> user = request.purpose().user();
        if (user.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new PermanentModelException("A provider is only asked on somebody's account."));
        }
        return CompletableFuture.supplyAsync(() -> admit(request, user.get()), executor)
                .thenCompose(admitted -> reply(admitted, request, listener, cancellation));
    }

    private record Admitted(ModelCall call, @Nullable ProviderKey key, long input) {}

    private Admitted admit(ModelRequest request, UserId user) {
        ProviderKey key = keys.find(user, provider.id()).orElse(null);
        if (key == null && !provider.isOpen()) {
            throw new PermanentModelException("There is no key for the provider " + provider.id() + ".");
        }
        ModelCall call = new ModelCall(
                ids.next(),
                user,
                request.purpose().conversation().orElse(null),
                request.purpose().task(),
                provider.id(),
                provider.model(),
                key != null,
                meter.now());
        long input = TokenEstimate.of(request);
        meter.reserve(call, new TokenUsage(input, provider.longestReply()));
        return new Admitted(call, key, input);
    }

    private CompletionStage<ModelReply> reply(
            Admitted admitted, ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        AtomicLong output = new AtomicLong();
        return provider.with(admitted.key())
                .reply(
                        request,
                        piece -> {
                            output.addAndGet(TokenEstimate.of(piece));
                            listener.accept(piece);
                        },
                        cancellation)
                .handle((reply, failure) -> {
                    settleSoon(admitted, reply, failure, output.get(), cancellation.isCancelled());
                    if (reply != null) {
                        return reply;
                    }
                    throw asCompletion(failure);
                });
    }

    /** Nobody waits for it; what cannot be settled counts as lost after a while. */
    private void settleSoon(
            Admitted admitted,
            @Nullable ModelReply reply,
            @Nullable Throwable failure,
            long output,
            boolean cancelled) {
        CompletableFuture.runAsync(() -> settle(admitted, reply, failure, output, cancelled), executor)
                .exceptionally(trouble -> {
                    troubles.accept(trouble);
                    return null;
                });
    }

    private void settle(
            Admitted admitted,
            @Nullable ModelReply reply,
            @Nullable Throwable failure,
            long output,
            boolean cancelled) {
        Optional<TokenUsage> counted = reply == null ? Optional.empty() : reply.usage();
        if (counted.isPresent()) {
            meter.settle(admitted.call(), counted.get(), false);
        } else if (reply != null || output > 0 || cancelled || mayHaveCost(failure)) {
            meter.settle(admitted.call(), new TokenUsage(admitted.input(), output), true);
        } else {
            meter.release(admitted.call());
        }
    }

    private static boolean mayHaveCost(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RetryableModelException retryable && retryable.mayHaveCost();
    }

    private static CompletionException asCompletion(@Nullable Throwable failure) {
        if (failure instanceof CompletionException known) {
            return known;
        }
        return new CompletionException(
                failure == null ? new PermanentModelException("The model gave no reply.") : failure);
    }
}
