package io.quantumleap.adapters.rest.chat.model;

import io.quantumleap.chat.model.BrokenReplyException;
import io.quantumleap.chat.model.BudgetReachedException;
import io.quantumleap.chat.model.CallPurpose;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelException;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.port.ChatModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several models in an order for each task: when one fails before it said anything, the next one is asked; when it fails in
 * the middle, the reply ends with a {@link BrokenReplyException}, since what was given out cannot be taken back here. Safe
 * for use by many threads.
 */
public final class RoutedModel implements ChatModel {

    private final Map<ModelTask, List<Stop>> routes;

    /**
     * Asks along these routes.
     *
     * @param routes the stops for each task, the first to be asked first; every task must have one
     */
    public RoutedModel(Map<ModelTask, List<Stop>> routes) {
        this.routes = Map.copyOf(routes);
        for (ModelTask task : ModelTask.values()) {
            if (this.routes.getOrDefault(task, List.of()).isEmpty()) {
                throw new IllegalArgumentException("no model for the task " + task.code());
            }
        }
    }

    /**
     * One stop of a route.
     *
     * @param provider the name of the provider, such as {@code openai}
     * @param model the model that it has
     */
    public record Stop(String provider, ChatModel model) {}

    /** The model that is asked first for an answer. */
    @Override
    public String name() {
        return stops(ModelTask.CHAT).get(0).model().name();
    }

    @Override
    public CompletionStage<ModelReply> reply(
            ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
        CallPurpose purpose = request.purpose();
        List<Stop> stops = stops(purpose.task()).stream()
                .filter(stop -> !purpose.avoiding().contains(stop.provider()))
                .toList();
        return new Journey(stops, request, listener, cancellation).from(0);
    }

    private List<Stop> stops(ModelTask task) {
        return routes.getOrDefault(task, List.of());
    }

    /** The way of one request along its stops. */
    private static final class Journey {

        private final List<Stop> stops;
        private final ModelRequest request;
        private final Consumer<String> listener;
        private final Cancellation cancellation;
        private final AtomicBoolean gaveOut = new AtomicBoolean();
        private final List<ModelException> failures = new ArrayList<>();

        Journey(List<Stop> stops, ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
            this.stops = stops;
            this.request = request;
            this.listener = listener;
            this.cancellation = cancellation;
        }

        CompletionStage<ModelReply> from(int index) {
            if (index >= stops.size()) {
                return CompletableFuture.failedFuture(tellingFailure());
            }
            Stop stop = stops.get(index);
            return stop.model()
                    .reply(
                            request,
                            piece -> {
                                gaveOut.set(true);
                                listener.accept(piece);
                            },
                            cancellation)
                    .handle((reply, failure) -> after(index, stop, reply, failure))
                    .thenCompose(next -> next);
        }

        private CompletionStage<ModelReply> after(
                int index, Stop stop, @Nullable ModelReply reply, @Nullable Throwable failure) {
            if (reply != null) {
                String author = reply.answeredBy().orElse(stop.model().name());
                return CompletableFuture.completedFuture(reply.by(author));
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (!(cause instanceof ModelException known) || cancellation.isCancelled()) {
                return CompletableFuture.failedFuture(
                        cause == null ? new PermanentModelException("The model gave no reply.") : cause);
            }
            if (gaveOut.get()) {
                return CompletableFuture.failedFuture(
                        new BrokenReplyException(stop.provider(), String.valueOf(known.getMessage())));
            }
            failures.add(known);
            return from(index + 1);
        }

        /** The one of the failures that helps the caller most. */
        private ModelException tellingFailure() {
            for (Class<? extends ModelException> kind :
                    List.of(BudgetReachedException.class, RetryableModelException.class)) {
                for (ModelException failure : failures) {
                    if (kind.isInstance(failure)) {
                        return failure;
                    }
                }
            }
            return failures.isEmpty()
                    ? new PermanentModelException("No other model can be asked.")
                    : failures.get(failures.size() - 1);
        }
    }
}
