package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.BrokenReplyException;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolParameter;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskAssistantTest {

    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final UserId ADA = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));

    private final FakeConversations conversations = new FakeConversations();
    private final RecordingListener listener = new RecordingListener();
    private final CountingTool worth = new CountingTool();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private AssistantLimits limits = AssistantLimits.DEFAULT;

    @Test
    void answersFromWhatTheToolSaysAndStoresBothTurns() {
        ScriptedModel model =
                new ScriptedModel(calling("worth"), ModelReply.saying("You are worth 12.34 USD. That is all."));

        Answer answer = ask(model, "What am I worth?");

        assertThat(answer.turn().text()).isEqualTo("You are worth 12.34 USD. That is all.");
        assertThat(answer.turn().model()).isEqualTo("scripted");
        assertThat(answer.turn().sources()).singleElement().satisfies(source -> {
            assertThat(source.tool()).isEqualTo("worth");
            assertThat(source.figures()).extracting(figure -> figure.value()).containsExactly("12.34 USD");
        });
        assertThat(answer.suggestions()).hasSize(3);
        assertThat(conversations.lastTurns(ADA, answer.conversation(), 10))
                .containsExactly(new Turn.Asked("What am I worth?", NOW), answer.turn());
        assertThat(conversations.find(ADA, answer.conversation()).orElseThrow().title())
                .isEqualTo("What am I worth?");
        assertThat(listener.events)
                .startsWith("start scripted", "tool worth Adding up")
                .contains("text You are worth 12.34 USD. ", "text That is all.");
        assertThat(listener.text()).isEqualTo(answer.turn().text());
    }

    @Test
    void letsAnotherProviderGoOnWhereOneBrokeOff() {
        BreakingModel model =
                new BreakingModel("You hold shares. And you", List.of(ModelReply.saying("They pay dividends.")));

        Answer answer = ask(model, "What do I hold?");

        assertThat(answer.turn().text()).isEqualTo("You hold shares. They pay dividends.");
        ModelRequest second = model.requests.get(1);
        assertThat(second.purpose().avoiding()).containsExactly("flaky");
        assertThat(second.purpose().user()).contains(ADA);
        assertThat(second.messages().get(1)).isEqualTo(new Message.FromModel("You hold shares. ", List.of()));
        assertThat(second.messages().get(2)).isInstanceOf(Message.FromReviewer.class);
    }

    @Test
    void endsHonestlyWhereNoOtherProviderCanGoOn() {
        BreakingModel model =
                new BreakingModel("You hold shares. And you", List.of(new RetryableModelException("down")));
        Answer answer = ask(model, "What do I hold?");
        assertThat(answer.turn().text())
                .startsWith("You hold shares.")
                .endsWith("this answer is not complete.")
                .doesNotContain("And you");
    }

    @Test
    void storesNothingWhereNothingWasShownBeforeItBrokeOff() {
        BreakingModel model = new BreakingModel("You hold", List.of(new RetryableModelException("down")));
        assertThatThrownBy(() -> ask(model, "What do I hold?"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RetryableModelException.class);
        assertThat(conversations.size()).isZero();
    }

    @Test
    void runsToolsAsTheCallerOnThePortfolioTheCallerLooksAt() {
        PortfolioId portfolio = new PortfolioId(new UUID(0, 7));
        ScriptedModel model = new ScriptedModel(calling("worth"), ModelReply.saying("Done."));

        asking(model)
                .ask(new Question(ADA, "Worth?", null, portfolio), AnswerListener.NONE, new Cancellation())
                .toCompletableFuture()
                .join();

        assertThat(worth.contexts).containsExactly(new ToolContext(ADA, portfolio));
        assertThat(model.requests.get(0).instructions()).contains(portfolio.toString(), "2026-01-31");
    }

    @Test
    void showsTheModelTheEarlierTurnsAndLetsItRepeatTheirFigures() {
        Answer first =
                ask(new ScriptedModel(calling("worth"), ModelReply.saying("You are worth 12.34 USD.")), "Worth?");
        ScriptedModel second = new ScriptedModel(ModelReply.saying("It was 12.34 USD, as I said."));

        Answer answer = ask(second, "Again?", first.conversation());

        assertThat(answer.turn().text()).isEqualTo("It was 12.34 USD, as I said.");
        assertThat(answer.turn().sources()).isEqualTo(first.turn().sources());
        assertThat(second.requests.get(0).messages())
                .containsExactly(
                        new Message.FromUser("Worth?"),
                        new Message.FromModel("You are worth 12.34 USD.", List.of()),
                        new Message.FromUser("Again?"));
        assertThat(conversations.find(ADA, first.conversation()).orElseThrow().turnCount())
                .isEqualTo(4);
    }

    @Test
    void showsTheModelNoMoreHistoryThanFits() {
        limits = new AssistantLimits(8, 16, Duration.ofSeconds(60), 20, 10, 20_000, 1_000);
        Answer first = ask(new ScriptedModel(ModelReply.saying("A long answer without a figure, truly.")), "One?");
        ask(new ScriptedModel(ModelReply.saying("Short.")), "Two?", first.conversation());
        ScriptedModel third = new ScriptedModel(ModelReply.saying("Fine."));

        ask(third, "Three?", first.conversation());

        assertThat(third.requests.get(0).messages())
                .containsExactly(
                        new Message.FromUser("Two?"),
                        new Message.FromModel("Short.", List.of()),
                        new Message.FromUser("Three?"));
    }

    @Test
    void givesALyingModelOneChanceToCorrectItself() {
        ScriptedModel model = new ScriptedModel(
                calling("worth"),
                ModelReply.saying("Here it is. You are worth 99.99 USD. Lucky you."),
                ModelReply.saying("You are worth 12.34 USD."));

        Answer answer = ask(model, "What am I worth?");

        assertThat(answer.turn().text()).isEqualTo("Here it is. You are worth 12.34 USD.");
        assertThat(listener.text()).isEqualTo(answer.turn().text());
        assertThat(model.requests.get(2).messages())
                .last()
                .isInstanceOfSatisfying(Message.FromReviewer.class, reviewer -> assertThat(reviewer.text())
                        .contains("99.99 USD", "Continue right after it"));
    }

    @Test
    void withholdsTheAnswerOfAModelThatGoesOnLying() {
        ScriptedModel model = new ScriptedModel(calling("worth"), ModelReply.saying("You are worth 99.99 USD."));

        Answer answer = ask(model, "What am I worth?");

        assertThat(answer.turn().text()).contains("withheld").doesNotContain("99.99");
        assertThat(answer.turn().sources()).isEmpty();
        assertThat(listener.text()).isEqualTo(answer.turn().text());
        assertThat(model.requests).hasSize(3);
    }

    @Test
    void keepsWhatWasTracedWhenTheRestIsWithheld() {
        ScriptedModel model = new ScriptedModel(
                calling("worth"),
                ModelReply.saying("You are worth 12.34 USD. You gained 5 %."),
                ModelReply.saying("You gained 6 %."));

        Answer answer = ask(model, "What am I worth?");

        assertThat(answer.turn().text())
                .startsWith("You are worth 12.34 USD.")
                .contains("withheld the rest")
                .doesNotContain("5 %", "6 %");
        assertThat(listener.text().strip()).isEqualTo(answer.turn().text());
        assertThat(answer.turn().sources()).hasSize(1);
    }

    @Test
    void stopsAModelThatNamesFiguresWithoutCallingATool() {
        Answer answer = ask(new ScriptedModel(ModelReply.saying("The index stands at 5,431 points.")), "Index?");

        assertThat(answer.turn().text()).contains("withheld").doesNotContain("5,431");
    }

    @Test
    void storesNothingWhenTheModelFails() {
        ScriptedModel model = new ScriptedModel(calling("worth"), new RetryableModelException("down"));

        assertThatThrownBy(() -> ask(model, "What am I worth?"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RetryableModelException.class);
        assertThat(conversations.size()).isZero();
    }

    @Test
    void leavesAConversationAsItWasWhenTheModelFails() {
        Answer first = ask(new ScriptedModel(ModelReply.saying("Hello.")), "Hi");

        assertThatThrownBy(() ->
                        ask(new ScriptedModel(new PermanentModelException("refused")), "And?", first.conversation()))
                .hasCauseInstanceOf(PermanentModelException.class);
        assertThat(conversations.lastTurns(ADA, first.conversation(), 10)).hasSize(2);
    }

    @Test
    void takesAnEmptyReplyForAFailure() {
        assertThatThrownBy(() -> ask(new ScriptedModel(ModelReply.saying(" \n")), "Hi"))
                .hasCauseInstanceOf(PermanentModelException.class);
        assertThat(conversations.size()).isZero();
    }

    @Test
    void storesNothingWhenAToolBreaks() {
        worth.failure = new IllegalStateException("database down");

        assertThatThrownBy(() -> ask(new ScriptedModel(calling("worth"), ModelReply.saying("x")), "Worth?"))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(conversations.size()).isZero();
    }

    @Test
    void storesNothingWhenTheCallerHasLeft() {
        Cancellation left = new Cancellation();
        ScriptedModel model = new ScriptedModel(calling("worth"), ModelReply.saying("You are worth 12.34 USD."));
        AnswerListener leaving = new RecordingListener() {
            @Override
            public void toolCalled(String tool, String progress) {
                left.cancel();
            }
        };

        assertThatThrownBy(() -> asking(model)
                        .ask(new Question(ADA, "Worth?", null, null), leaving, left)
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(conversations.size()).isZero();
        assertThat(model.requests).hasSize(1);
    }

    @Test
    void tellsTheModelWhatIsWrongWithACall() {
        ScriptedModel model = new ScriptedModel(
                ModelReply.calling(List.of(
                        new ToolCall("1", "delete_everything", ToolArguments.none()),
                        new ToolCall("2", "worth", ToolArguments.unreadable()),
                        new ToolCall("3", "worth", ToolArguments.of(Map.of("user", "bob"))),
                        new ToolCall("4", "worth", ToolArguments.of(Map.of("day", "yesterday"))))),
                ModelReply.saying("Sorry."));

        ask(model, "Worth?");

        assertThat(model.requests.get(1).messages().stream()
                        .filter(Message.FromTool.class::isInstance)
                        .map(message -> ((ToolRefusal) ((Message.FromTool) message).outcome()).reason()))
                .containsExactly(
                        ToolRefusal.Reason.NOT_ALLOWED,
                        ToolRefusal.Reason.BAD_ARGUMENTS,
                        ToolRefusal.Reason.BAD_ARGUMENTS,
                        ToolRefusal.Reason.BAD_ARGUMENTS);
        assertThat(worth.contexts).isEmpty();
    }

    @Test
    void endsALoopOfToolCallsWithAnHonestSentence() {
        ScriptedModel model = new ScriptedModel(calling("worth"));

        Answer answer = ask(model, "Worth?");

        assertThat(answer.turn().text()).contains("could not finish");
        assertThat(model.requests).hasSize(limits.rounds());
        assertThat(model.requests.get(limits.rounds() - 1).tools()).isEmpty();
        assertThat(worth.contexts).as("the same call runs once").hasSize(1);
    }

    @Test
    void runsNoMoreToolsThanAllowed() {
        List<ToolCall> calls = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            calls.add(new ToolCall("c" + day, "worth", ToolArguments.of(Map.of("day", "2025-01-%02d".formatted(day)))));
        }
        ask(new ScriptedModel(ModelReply.calling(calls), ModelReply.saying("Done.")), "Worth?");
        assertThat(worth.contexts).hasSize(limits.toolCalls());
    }

    @Test
    void startsNoFurtherRoundAfterTheTimeLimit() {
        Instant[] now = {NOW};
        clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        worth.whenCalled = () -> now[0] = NOW.plus(limits.timeLimit()).plusMillis(1);

        Answer answer = ask(new ScriptedModel(calling("worth")), "Worth?");

        assertThat(answer.turn().text()).contains("could not finish");
        assertThat(worth.contexts).hasSize(1);
    }

    @Test
    void cutsAnAnswerThatGrowsTooLong() {
        limits = new AssistantLimits(8, 16, Duration.ofSeconds(60), 20, 10, 50, 1_000);
        Answer answer = ask(new ScriptedModel(ModelReply.saying("Blah blah. ".repeat(1000))), "Talk");
        assertThat(answer.turn().text())
                .startsWith("Blah blah. ")
                .endsWith("it grew too long.")
                .hasSizeLessThan(150);
    }

    @Test
    void dropsControlCharactersOfTheModel() {
        Answer answer = ask(new ScriptedModel(ModelReply.saying("Good\u0000 \u001b[mday\uD800.")), "Hi");
        assertThat(answer.turn().text()).isEqualTo("Good [mday.");
    }

    @Test
    void addsUpTheTokensOfAllRounds() {
        ScriptedModel model = new ScriptedModel(
                new ModelReply("", calling("worth").calls(), new TokenUsage(100, 5)),
                new ModelReply("Fine.", List.of(), new TokenUsage(120, 7)));
        assertThat(ask(model, "Worth?").turn().usage()).contains(new TokenUsage(220, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u3000", "a\u0000b", "\u0007", "\uD800"})
    void refusesAMessageThatIsNoText(String message) {
        assertThatThrownBy(() -> new Question(ADA, message, null, null)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesAMessageThatIsTooLong() {
        assertThat(new Question(ADA, "x".repeat(4_000), null, null).message()).hasSize(4_000);
        assertThatThrownBy(() -> new Question(ADA, "x".repeat(4_001), null, null))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void doesNotContinueAnUnknownOrForeignConversation() {
        Answer answer = ask(new ScriptedModel(ModelReply.saying("Hello.")), "Hi");
        ScriptedModel model = new ScriptedModel(ModelReply.saying("Hello."));

        assertThatThrownBy(() -> asking(model)
                        .ask(new Question(BOB, "Hi", answer.conversation(), null), listener, new Cancellation()))
                .isInstanceOf(MissingObjectException.class);
        assertThatThrownBy(() -> ask(model, "Hi", new ConversationId(new UUID(9, 9))))
                .isInstanceOf(MissingObjectException.class);
        assertThat(model.requests).isEmpty();
    }

    @Test
    void doesNotContinueAFullConversation() {
        limits = new AssistantLimits(8, 16, Duration.ofSeconds(60), 20, 10, 50, 2);
        Answer answer = ask(new ScriptedModel(ModelReply.saying("Hello.")), "Hi");
        assertThatThrownBy(() -> ask(new ScriptedModel(ModelReply.saying("x")), "Hi", answer.conversation()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void losesTheAnswerWhenTheConversationWasDeletedMeanwhile() {
        Answer first = ask(new ScriptedModel(ModelReply.saying("Hello.")), "Hi");
        worth.whenCalled = () -> conversations.delete(ADA, first.conversation());
        assertThatThrownBy(() -> ask(
                        new ScriptedModel(calling("worth"), ModelReply.saying("Done.")),
                        "Worth?",
                        first.conversation()))
                .hasCauseInstanceOf(MissingObjectException.class);
        assertThat(conversations.size()).isZero();
    }

    @Test
    void namesAConversationAfterItsFirstWords() {
        Answer answer =
                ask(new ScriptedModel(ModelReply.saying("Hello.")), "  Tell me\n\neverything " + "ab ".repeat(90));
        String title =
                conversations.find(ADA, answer.conversation()).orElseThrow().title();
        assertThat(title).startsWith("Tell me everything ab ").endsWith("…").hasSizeLessThanOrEqualTo(80);
    }

    private static ModelReply calling(String tool) {
        return ModelReply.calling(List.of(new ToolCall("call-1", tool, ToolArguments.none())));
    }

    private Answer ask(ChatModel model, String message) {
        return ask(model, message, null);
    }

    private Answer ask(ChatModel model, String message, ConversationId conversation) {
        return asking(model)
                .ask(new Question(ADA, message, conversation, null), listener, new Cancellation())
                .toCompletableFuture()
                .join();
    }

    private AskAssistant asking(ChatModel model) {
        UnitOfWork immediate = new UnitOfWork() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
        return new AskAssistant(
                conversations,
                new FakeProposals(),
                immediate,
                model,
                new Toolbox(List.of(worth)),
                UUID::randomUUID,
                clock,
                limits,
                Guardrails.DEFAULT,
                Runnable::run);
    }

    private static final class CountingTool implements Tool {

        final List<ToolContext> contexts = new ArrayList<>();
        Runnable whenCalled = () -> {};
        RuntimeException failure;

        @Override
        public ToolSpecification specification() {
            return new ToolSpecification(
                    "worth",
                    "What the user is worth.",
                    "Adding up",
                    List.of(ToolParameter.optional("day", ToolParameter.Type.DATE, "the day")));
        }

        @Override
        public ToolOutcome call(ToolContext context, ToolArguments arguments) {
            contexts.add(context);
            whenCalled.run();
            if (failure != null) {
                throw failure;
            }
            return new ToolResult(
                    "Worth", "/worth", List.of(Metric.VALUE.amount(Money.of("12.34", "USD"))), List.of(), List.of());
        }
    }

    private static class RecordingListener implements AnswerListener {

        final List<String> events = new ArrayList<>();

        @Override
        public void started(ConversationId conversation, String model) {
            events.add("start " + model);
        }

        @Override
        public void toolCalled(String tool, String progress) {
            events.add("tool " + tool + " " + progress);
        }

        @Override
        public void text(String piece) {
            events.add("text " + piece);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            events.stream()
                    .filter(event -> event.startsWith("text "))
                    .forEach(event -> text.append(event.substring(5)));
            return text.toString();
        }
    }

    /** Breaks off its first reply and then does what it was told. */
    private static final class BreakingModel implements ChatModel {

        final List<ModelRequest> requests = new ArrayList<>();
        private final String beginning;
        private final List<Object> then;

        BreakingModel(String beginning, List<Object> then) {
            this.beginning = beginning;
            this.then = then;
        }

        @Override
        public String name() {
            return "flaky";
        }

        @Override
        public CompletionStage<ModelReply> reply(
                ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
            requests.add(request);
            if (requests.size() == 1) {
                listener.accept(beginning);
                return CompletableFuture.failedFuture(new BrokenReplyException("flaky", "cut"));
            }
            if (then.get(requests.size() - 2) instanceof ModelReply reply) {
                listener.accept(reply.text());
                return CompletableFuture.completedFuture(reply);
            }
            return CompletableFuture.failedFuture((RuntimeException) then.get(requests.size() - 2));
        }
    }
}
