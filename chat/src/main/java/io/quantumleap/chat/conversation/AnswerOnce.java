package io.quantumleap.chat.conversation;

import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.Toolbox;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Lets a model answer once from what tools have said already, without a conversation and without tools of its own. Every figure
 * of the answer is traced to those results, as in a conversation. Nothing is stored. Safe for use by many threads.
 */
public final class AnswerOnce {

    private final ChatModel model;
    private final Clock clock;
    private final AssistantLimits limits;
    private final Guardrails rules;
    private final Executor executor;

    /**
     * Works with these.
     *
     * @param executor goes on after each reply
     */
    public AnswerOnce(ChatModel model, Clock clock, AssistantLimits limits, Guardrails rules, Executor executor) {
        this.model = Objects.requireNonNull(model, "model");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    /**
     * Answers.
     *
     * @param task decides which model is asked
     * @param known what the tools said, in the order in which the model is shown it
     * @param cancellation to be cancelled when the caller leaves
     * @return the answer; or a stage that failed with a {@link io.quantumleap.chat.model.ModelException}, or with a {@link
     *     java.util.concurrent.CancellationException}
     */
    public CompletionStage<Turn.Answered> answer(
            Question question, ModelTask task, List<Message.FromTool> known, Cancellation cancellation) {
        Answering answering = new Answering(
                question,
                Answering.Setting.once(task),
                model,
                new Toolbox(List.of()),
                clock,
                limits,
                rules,
                executor,
                AnswerListener.NONE,
                cancellation);
        answering.know(known);
        return answering.start();
    }
}
