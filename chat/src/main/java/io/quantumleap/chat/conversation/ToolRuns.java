package io.quantumleap.chat.conversation;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.Effect;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolRefusal.Reason;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tools that a model calls for one question: a few side by side, each within its time limit, all within the points
 * of the question; the same call only once, and a model that goes on repeating it is told to stop.
 */
final class ToolRuns {

    /** How many tools of one question run at the same time. */
    private static final int SIDE_BY_SIDE = 4;

    /** After so many rounds that asked for nothing new, no tool is offered any more. */
    private static final int PATIENCE = 2;

    private final Toolbox tools;
    private final ToolContext context;
    private final int points;
    private final Executor executor;
    private final AnswerListener listener;
    private final Cancellation cancellation;
    private final Map<String, ToolOutcome> known = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private @Nullable Proposal proposal;
    private int spent;
    private int fruitlessRounds;

    ToolRuns(
            Toolbox tools,
            ToolContext context,
            int points,
            Executor executor,
            AnswerListener listener,
            Cancellation cancellation) {
        this.tools = tools;
        this.context = context;
        this.points = points;
        this.executor = executor;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** What may be offered now; nothing to a model that goes round in circles. */
    List<ToolSpecification> offered() {
        return fruitlessRounds < PATIENCE ? tools.specifications() : List.of();
    }

    /** The change that the model proposed last. */
    Optional<Proposal> proposal() {
        return Optional.ofNullable(proposal);
    }

    /** Runs the calls of one reply; the outcomes come in the order of the calls. */
    CompletionStage<List<Message.FromTool>> run(List<ToolCall> calls) {
        int before = known.size();
        List<Message.FromTool> outcomes = new ArrayList<>();
        return runFrom(0, calls, outcomes).thenApply(done -> {
            fruitlessRounds = known.size() == before ? fruitlessRounds + 1 : 0;
            return outcomes;
        });
    }

    private CompletionStage<Void> runFrom(int start, List<ToolCall> calls, List<Message.FromTool> outcomes) {
        if (start >= calls.size() || cancellation.isCancelled()) {
            return CompletableFuture.completedFuture(null);
        }
        List<ToolCall> batch = calls.subList(start, Math.min(calls.size(), start + SIDE_BY_SIDE));
        List<CompletableFuture<ToolOutcome>> running = new ArrayList<>();
        Map<String, CompletableFuture<ToolOutcome>> inThisBatch = new HashMap<>();
        for (ToolCall call : batch) {
            String key = key(call);
            CompletableFuture<ToolOutcome> outcome = inThisBatch.get(key);
            running.add(outcome == null ? begin(call) : outcome);
            inThisBatch.putIfAbsent(key, running.get(running.size() - 1));
        }
        return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                .thenComposeAsync(
                        all -> {
                            for (int i = 0; i < batch.size(); i++) {
                                outcomes.add(
                                        finished(batch.get(i), running.get(i).join()));
                            }
                            return runFrom(start + batch.size(), calls, outcomes);
                        },
                        executor);
    }

    private static String key(ToolCall call) {
        return call.tool() + call.arguments();
    }

    private CompletableFuture<ToolOutcome> begin(ToolCall call) {
        int times = asked.merge(key(call), 1, Integer::sum);
        ToolOutcome before = known.get(key(call));
        if (before != null) {
            return CompletableFuture.completedFuture(times > 2 ? repeated(call, times) : before);
        }
        Optional<ToolSpecification> specification = tools.specification(call.tool());
        int price = specification.map(tool -> tool.cost().points()).orElse(1);
        if (spent + price > points) {
            return CompletableFuture.completedFuture(
                    new ToolRefusal(Reason.NOT_ALLOWED, "No more tools can be called for this question. Answer now."));
        }
        spent += price;
        specification.ifPresent(tool -> listener.toolCalled(tool.name(), tool.progress()));
        return started(
                call, specification.map(ToolSpecification::timeLimit).orElse(ToolSpecification.USUAL_TIME_LIMIT));
    }

    private static ToolRefusal repeated(ToolCall call, int times) {
        return new ToolRefusal(
                Reason.NOT_ALLOWED,
                "You have called " + call.tool() + " with these arguments " + times
                        + " times; its result stands above and will not change. Use it, call another tool, or answer.");
    }

    private CompletableFuture<ToolOutcome> started(ToolCall call, Duration limit) {
        CompletableFuture<ToolOutcome> outcome = new CompletableFuture<>();
        FutureTask<Void> task = new FutureTask<>(() -> complete(outcome, call), null);
        executor.execute(task);
        if (!outcome.isDone()) {
            cancellation.onCancel(() -> task.cancel(true));
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS, executor)
                    .execute(() -> {
                        if (outcome.complete(tooSlow(call))) {
                            task.cancel(true);
                        }
                    });
        }
        return outcome;
    }

    private void complete(CompletableFuture<ToolOutcome> outcome, ToolCall call) {
        try {
            outcome.complete(tools.call(call.tool(), context, call.arguments()));
        } catch (RuntimeException | Error broken) {
            outcome.completeExceptionally(broken);
        }
    }

    private static ToolRefusal tooSlow(ToolCall call) {
        return new ToolRefusal(
                Reason.TOO_SLOW,
                call.tool()
                        + " did not finish in time. Ask it for less, such as a shorter period, or answer without it.");
    }

    private Message.FromTool finished(ToolCall call, ToolOutcome outcome) {
        boolean answered =
                !(outcome instanceof ToolRefusal refusal) || refusal.reason() != Reason.NOT_ALLOWED || spent <= points;
        if (answered) {
            known.putIfAbsent(key(call), outcome);
        }
        if (outcome instanceof ToolResult result && writes(call)) {
            proposal = new Proposal(call.tool(), call.arguments(), result.title());
        }
        return new Message.FromTool(call, outcome);
    }

    private boolean writes(ToolCall call) {
        return tools.specification(call.tool())
                .map(tool -> tool.effect() == Effect.WRITE)
                .orElse(false);
    }
}
