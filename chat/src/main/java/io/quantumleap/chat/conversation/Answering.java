package io.quantumleap.chat.conversation;

import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Source;
import io.quantumleap.chat.grounding.Evidence;
import io.quantumleap.chat.grounding.GroundingCheck;
import io.quantumleap.chat.guardrail.GroundingPolicy;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.guardrail.InjectionSigns;
import io.quantumleap.chat.model.BrokenReplyException;
import io.quantumleap.chat.model.CallPurpose;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelException;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.Proposal;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The way from one question to its answer: rounds of asking the model, running the tools it calls, and checking what it
 * says. One round follows the other, so no two threads work here at once.
 */
final class Answering {

    private static final String NOTHING_TRACED =
            "I cannot give you a reliable answer: the model stated figures that I could not trace to your data, so I have"
                    + " withheld them.";
    private static final String REST_WITHHELD =
            "I have withheld the rest of this answer, because it stated figures that I could not trace to your data.";
    private static final String TOO_LONG = "I have cut the answer here, because it grew too long.";
    private static final String NOT_FINISHED =
            "I could not finish an answer to this within my limits. Please ask for less at a time.";

    private static final String BROKEN_OFF =
            "The model's provider broke off here, and no other one could go on: this answer is not complete.";
    private static final String GO_ON =
            "Your reply broke off. What you said before that was shown. Continue right after it, repeating nothing.";

    /** Who speaks where no model was asked. */
    private static final String HOUSE = "Quantum Leap";

    private final Setting setting;
    private final ChatModel model;
    private final ToolRuns tools;
    private final Clock clock;
    private final AssistantLimits limits;
    private final Guardrails rules;
    private final UserId caller;
    private final String asked;
    private final Executor executor;
    private final AnswerListener listener;
    private final Cancellation cancellation;
    private final Instant startedAt;
    private final String instructions;
    private final Evidence evidence;
    private final GroundingCheck check;
    private final List<Message> messages = new ArrayList<>();
    private final Set<ToolResult> learnt = new HashSet<>();
    private final Set<String> toolsUsed = new LinkedHashSet<>();
    private final StringBuilder answer = new StringBuilder();
    private @Nullable TokenUsage usage;
    private String separator = "";
    private int round;
    private boolean corrected;
    private final Set<String> brokenOff = new LinkedHashSet<>();
    private @Nullable String author;

    /**
     * What an answer is part of.
     *
     * @param task what the model is asked for
     * @param conversation where it will be stored, or null for nowhere
     * @param history the turns before it, oldest first
     * @param before the summary of the turns before those
     */
    record Setting(ModelTask task, @Nullable ConversationId conversation, List<Turn> history, Summary before) {

        Setting {
            history = List.copyOf(history);
        }

        static Setting once(ModelTask task) {
            return new Setting(task, null, List.of(), Summary.NOTHING);
        }
    }

    Answering(
            Question question,
            Setting setting,
            ChatModel model,
            Toolbox tools,
            Clock clock,
            AssistantLimits limits,
            Guardrails rules,
            Executor executor,
            AnswerListener listener,
            Cancellation cancellation) {
        this.setting = setting;
        this.model = model;
        this.tools = new ToolRuns(
                tools,
                new ToolContext(question.caller(), question.portfolio().orElse(null)),
                limits.toolCalls(),
                executor,
                listener,
                cancellation);
        this.clock = clock;
        this.limits = limits;
        this.rules = rules;
        this.caller = question.caller();
        this.executor = executor;
        this.listener = listener;
        this.cancellation = cancellation;
        this.asked = question.message();
        this.startedAt = now(clock);
        LocalDate today = LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
        this.instructions = Instructions.with(today, rules.languages(), question.portfolio(), setting.before());
        History window = History.within(setting.history(), limits.historyTurns(), limits.historyTokens());
        this.evidence = new Evidence(question.message(), window.sources(), today);
        this.check = new GroundingCheck(evidence);
        messages.addAll(window.messages());
        messages.add(new Message.FromUser(question.message()));
    }

    Instant startedAt() {
        return startedAt;
    }

    Set<String> toolsUsed() {
        return toolsUsed;
    }

    /** What tools have said before the model is asked. */
    void know(List<Message.FromTool> outcomes) {
        messages.add(new Message.FromModel(
                "", outcomes.stream().map(Message.FromTool::call).toList()));
        outcomes.forEach(this::learn);
        messages.addAll(outcomes);
    }

    CompletionStage<Turn.Answered> start() {
        noteSigns("question", asked);
        Optional<String> refusal = rules.languages().refusal(asked);
        if (refusal.isPresent() && setting.task() == ModelTask.CHAT) {
            author = HOUSE;
            return endingWith(refusal.get());
        }
        return CompletableFuture.completedFuture(this).thenComposeAsync(Answering::nextRound, executor);
    }

    private CompletionStage<Turn.Answered> nextRound() {
        stopIfNobodyWaits();
        Duration left = limits.timeLimit().minus(Duration.between(startedAt, clock.instant()));
        if (round >= limits.rounds() || left.isNegative() || left.isZero()) {
            return endingWith(NOT_FINISHED);
        }
        round++;
        List<ToolSpecification> offered = round < limits.rounds() ? tools.offered() : List.of();
        SentenceGate gate =
                new SentenceGate(check, rules, toolsUsed, limits.answerCharacters() - answer.length(), this::emit);
        Cancellation thisReply = new Cancellation();
        cancellation.onCancel(thisReply::cancel);
        return model.reply(
                        new ModelRequest(instructions, messages, offered, left, purpose()),
                        piece -> {
                            if (!gate.accept(piece)) {
                                thisReply.cancel();
                            }
                        },
                        thisReply)
                .handleAsync((reply, failure) -> afterReply(gate, thisReply, reply, failure), executor)
                .thenCompose(next -> next);
    }

    private CompletionStage<Turn.Answered> afterReply(
            SentenceGate gate, Cancellation thisReply, @Nullable ModelReply reply, @Nullable Throwable failure) {
        stopIfNobodyWaits();
        boolean closedOnTheWay = thisReply.isCancelled();
        if (closedOnTheWay || reply == null) {
            return closedOnTheWay ? afterClosedGate(gate) : afterFailure(failure);
        }
        author = reply.answeredBy().orElse(null);
        reply.usage().ifPresent(used -> usage = usage == null ? used : usage.plus(used));
        if (!gate.finish()) {
            return afterClosedGate(gate);
        }
        if (!reply.calls().isEmpty()) {
            return afterCalls(reply);
        }
        if (answer.toString().isBlank() && proposal().isEmpty()) {
            throw new PermanentModelException("The model gave an empty reply.");
        }
        return CompletableFuture.completedFuture(turn());
    }

    private CallPurpose purpose() {
        ConversationId conversation = setting.conversation();
        return new CallPurpose(setting.task(), caller, conversation == null ? null : conversation.value(), brokenOff);
    }

    /** Another provider may go on from what was shown; what was not shown yet is forgotten. */
    private CompletionStage<Turn.Answered> afterFailure(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        boolean somethingShown = !answer.toString().isBlank();
        if (cause instanceof BrokenReplyException broken && brokenOff.add(broken.provider())) {
            if (somethingShown) {
                messages.add(new Message.FromModel(answer.toString(), List.of()));
                messages.add(new Message.FromReviewer(GO_ON));
                separator = " ";
            }
            return nextRound();
        }
        if (cause instanceof ModelException && somethingShown && !brokenOff.isEmpty()) {
            return endingWith(BROKEN_OFF);
        }
        throw asCompletion(failure);
    }

    private CompletionStage<Turn.Answered> afterClosedGate(SentenceGate gate) {
        if (gate.untraced().isEmpty()) {
            return endingWith(TOO_LONG);
        }
        if (corrected || rules.grounding() == GroundingPolicy.WITHHOLD) {
            return endingWith(answer.toString().isBlank() ? NOTHING_TRACED : REST_WITHHELD);
        }
        corrected = true;
        if (!answer.toString().isBlank()) {
            messages.add(new Message.FromModel(answer.toString(), List.of()));
        }
        messages.add(new Message.FromReviewer(correction(gate.untraced())));
        separator = " ";
        return nextRound();
    }

    private String correction(List<String> untraced) {
        return "These figures or statements are in no tool result or are not allowed: " + String.join("; ", untraced)
                + ". "
                + (answer.toString().isBlank()
                        ? "Nothing of your answer was shown. Answer again"
                        : "What you said before that was shown. Continue right after it, repeating nothing,")
                + " and state only figures of tool results; call tools if you need them, or say that you do not know.";
    }

    private CompletionStage<Turn.Answered> afterCalls(ModelReply reply) {
        messages.add(new Message.FromModel(reply.text(), reply.calls()));
        return tools.run(reply.calls()).thenCompose(outcomes -> {
            stopIfNobodyWaits();
            outcomes.forEach(this::learn);
            messages.addAll(outcomes);
            separator = "\n\n";
            return nextRound();
        });
    }

    private void learn(Message.FromTool message) {
        if (message.outcome() instanceof ToolResult result) {
            toolsUsed.add(message.call().tool());
            if (learnt.add(result)) {
                watch(message.call().tool(), result);
                evidence.add(message.call().tool(), result);
            }
        } else if (message.outcome() instanceof ToolRefusal refusal
                && refusal.reason() != ToolRefusal.Reason.BAD_ARGUMENTS) {
            evidence.add(refusal);
        }
    }

    /** What other people wrote into the data may be meant for the model; that is noted and changes nothing. */
    private void watch(String tool, ToolResult result) {
        StringBuilder texts = new StringBuilder(result.title());
        result.rows().forEach(row -> {
            texts.append('\n').append(row.label());
            row.figures().stream()
                    .filter(figure -> figure.value() instanceof FigureValue.Text)
                    .forEach(figure -> texts.append('\n').append(figure.display()));
        });
        noteSigns(tool, texts.toString());
    }

    private void noteSigns(String where, String text) {
        List<String> signs = InjectionSigns.in(text);
        if (!signs.isEmpty()) {
            rules.watch().manipulationSuspected(caller, where, signs);
        }
    }

    /** The change that waits for a yes now, if the model proposed one. */
    Optional<Proposal> proposal() {
        return tools.proposal();
    }

    private CompletionStage<Turn.Answered> endingWith(String sentence) {
        separator = "\n\n";
        emit(sentence);
        return CompletableFuture.completedFuture(turn());
    }

    private void emit(String piece) {
        if (cancellation.isCancelled()) {
            return;
        }
        boolean first = answer.toString().isBlank();
        String text = first ? piece.stripLeading() : gap() + piece;
        if (!text.isEmpty()) {
            separator = "";
            answer.append(text);
            listener.text(text);
        }
    }

    private String gap() {
        boolean hasGap = Character.isWhitespace(answer.charAt(answer.length() - 1));
        return hasGap ? "" : separator;
    }

    private Turn.Answered turn() {
        rules.advice()
                .disclaimer()
                .filter(text -> !answer.toString().contains(text))
                .ifPresent(text -> {
                    separator = "\n\n";
                    emit(text);
                });
        proposal().ifPresent(waiting -> {
            separator = "\n\n";
            emit(waiting.summary() + "? Nothing has been changed yet. Answer \"yes\" to do it.");
        });
        List<Source> sources = check.sources();
        String by = author == null ? model.name() : author;
        return new Turn.Answered(answer.toString().strip(), now(clock), sources, by, usage);
    }

    /** To the millisecond: finer parts would not survive every store. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void stopIfNobodyWaits() {
        if (cancellation.isCancelled()) {
            throw new CancellationException("The caller has left.");
        }
    }

    private static RuntimeException asCompletion(@Nullable Throwable failure) {
        if (failure instanceof CompletionException completion) {
            return completion;
        }
        return failure == null
                ? new PermanentModelException("The model gave no reply.")
                : new CompletionException(failure);
    }
}
