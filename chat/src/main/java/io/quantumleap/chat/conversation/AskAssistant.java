package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.chat.conversation.port.Proposals;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Answers a question: the model is asked, calls tools as the caller, and every figure of what it says is traced to their
 * results before anyone sees it.
 *
 * <p>The question and its answer are stored together when the answer is complete. When the model fails, when the caller
 * leaves, or when anything else breaks, neither is stored and a new conversation does not come into being, so that asking
 * again is always safe. Safe for use by many threads; no thread is held while the model thinks.
 */
public final class AskAssistant {

    private final Conversations conversations;
    private final Confirmations confirmations;
    private final UnitOfWork unitOfWork;
    private final ChatModel model;
    private final Toolbox tools;
    private final IdGenerator ids;
    private final Clock clock;
    private final AssistantLimits limits;
    private final Guardrails rules;
    private final Executor executor;

    /**
     * Works with these.
     *
     * @param executor runs tools and the store, which block
     */
    public AskAssistant(
            Conversations conversations,
            Proposals proposals,
            UnitOfWork unitOfWork,
            ChatModel model,
            Toolbox tools,
            IdGenerator ids,
            Clock clock,
            AssistantLimits limits,
            Guardrails rules,
            Executor executor) {
        this.conversations = Objects.requireNonNull(conversations, "conversations");
        this.confirmations = new Confirmations(proposals, tools, clock);
        this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
        this.model = Objects.requireNonNull(model, "model");
        this.tools = Objects.requireNonNull(tools, "tools");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    /**
     * Asks. What can be refused at once is thrown before anything starts.
     *
     * @param listener watches the answer grow
     * @param cancellation to be cancelled when the caller leaves; the work stops and nothing is stored
     * @return the stored answer; or a stage that failed with a {@link io.quantumleap.chat.model.ModelException} when the
     *     model cannot answer, or with a {@link java.util.concurrent.CancellationException}
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such conversation
     * @throws ConflictException if the conversation is full
     */
    public CompletionStage<Answer> ask(Question question, AnswerListener listener, Cancellation cancellation) {
        ConversationId id = question.conversation().orElseGet(() -> new ConversationId(ids.next()));
        return ask(question, id, listener, cancellation, answer -> {});
    }

    /**
     * The same in a conversation whose identity is decided, a new one's included.
     *
     * @param alongside is given the answer in the unit of work that stores it; what it throws undoes that unit
     */
    CompletionStage<Answer> ask(
            Question question,
            ConversationId id,
            AnswerListener listener,
            Cancellation cancellation,
            Consumer<Answer> alongside) {
        List<Turn> history = question.conversation().isPresent() ? historyOf(question, id) : List.of();
        Summary before =
                question.conversation().isPresent() ? conversations.summary(question.caller(), id) : Summary.NOTHING;
        if (question.conversation().isPresent() && confirmations.isAbout(question, id)) {
            listener.started(id, Confirmations.SPEAKER);
            return CompletableFuture.supplyAsync(() -> confirmed(question, id, listener, alongside), executor);
        }
        listener.started(id, model.name());
        Answering answering = new Answering(
                question,
                new Answering.Setting(ModelTask.CHAT, id, history, before),
                model,
                tools,
                clock,
                limits,
                rules,
                executor,
                listener,
                cancellation);
        return answering.start().thenApplyAsync(turn -> stored(question, id, turn, answering, alongside), executor);
    }

    private List<Turn> historyOf(Question question, ConversationId id) {
        Conversation conversation = conversations.find(question.caller(), id).orElseThrow(ViewConversation::missing);
        if (conversation.turnCount() >= limits.conversationTurns()) {
            throw new ConflictException("The conversation is full. Start a new one.");
        }
        return conversations.lastTurns(question.caller(), id, limits.historyTurns());
    }

    /** The change and the turn that tells of it are done together, or neither is. */
    private Answer confirmed(
            Question question, ConversationId id, AnswerListener listener, Consumer<Answer> alongside) {
        Answer answer = unitOfWork.run(() -> {
            Turn.Answered told = confirmations.settle(question, id);
            Turn.Asked asked = new Turn.Asked(question.message(), told.at());
            if (!conversations.append(question.caller(), id, asked, told)) {
                throw ViewConversation.missing();
            }
            Answer done = new Answer(id, told, NextQuestions.after(List.of()));
            alongside.accept(done);
            return done;
        });
        listener.text(answer.turn().text());
        return answer;
    }

    private Answer stored(
            Question question, ConversationId id, Turn.Answered turn, Answering answering, Consumer<Answer> alongside) {
        Answer answer = new Answer(id, turn, NextQuestions.after(answering.toolsUsed()));
        Turn.Asked asked = new Turn.Asked(question.message(), answering.startedAt());
        unitOfWork.run(() -> {
            if (question.conversation().isEmpty()) {
                conversations.start(new Conversation(
                        id, question.caller(), Title.of(question.message()), asked.at(), turn.at(), 0));
            }
            if (!conversations.append(question.caller(), id, asked, turn)) {
                throw ViewConversation.missing();
            }
            confirmations.replace(question, id, answering.proposal());
            alongside.accept(answer);
        });
        return answer;
    }
}
