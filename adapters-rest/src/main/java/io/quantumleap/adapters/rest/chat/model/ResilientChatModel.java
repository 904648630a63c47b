package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.port.ChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * A provider with patience and a limit to it: what may pass is asked again with a growing, jittered pause; a provider that
 * keeps failing is left alone for a while; and only so many questions wait for it at once. The numbers can be set as
 * MicroProfile Fault Tolerance describes.
 */
@ApplicationScoped
@Typed(ResilientChatModel.class)
public class ResilientChatModel implements ChatModel {

    private final ChatModel provider;

    /** For the proxy of the container, which passes every call on and keeps no provider. */
    @SuppressWarnings("NullAway") // the fields of a proxy are never read
    protected ResilientChatModel() {
        this.provider = null;
    }

    /** Asks this provider. */
    @Inject
    public ResilientChatModel(OpenAiChatModel provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    @Asynchronous
    @Retry(maxRetries = 2, delay = 400, jitter = 200, retryOn = RetryableModelException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 10,
            delayUnit = ChronoUnit.SECONDS,
            failOn = RetryableModelException.class)
    @Timeout(value = 75, unit = ChronoUnit.SECONDS)
    @Bulkhead(value = 64, waitingTaskQueue = 64)
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        return provider.reply(request, listener, cancellation);
    }
}
