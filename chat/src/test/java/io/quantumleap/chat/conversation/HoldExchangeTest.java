package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.conversation.HoldExchange.Held;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HoldExchangeTest {

    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final UserId ADA = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final IdempotencyKey KEY = new IdempotencyKey("first");

    private final FakeConversations conversations = new FakeConversations();
    private final FakeExchanges exchanges = new FakeExchanges();
    private final WaitingModel model = new WaitingModel();
    private final UnitOfWork work = new UnitOfWork() {
        @Override
        public <T> T run(Supplier<T> inside) {
            return inside.get();
        }
    };
    private final HoldExchange here = hold();

    @Test
    void answersAQuestionWithANameOnce() {
        Answer first = begun(here.hold(question("Hi?"), KEY, AnswerListener.NONE, new Cancellation()));
        Held again = hold().hold(question("Hi?"), KEY, AnswerListener.NONE, new Cancellation());

        HoldExchange.Progress progress = hold().progress(ADA, ((Held.Repeated) again).exchange(), 0);

        assertThat(progress.answer()).contains(first);
        assertThat(progress.events())
                .extracting(event -> event.event())
                .containsExactly(
                        new AnswerEvent.Started(first.conversation(), "waiting"), new AnswerEvent.Text("Hello."));
        assertThat(model.requests).hasSize(1);
        assertThat(conversations.size()).isEqualTo(1);
        assertThatThrownBy(() -> here.progress(BOB, ((Held.Repeated) again).exchange(), 0))
                .isInstanceOf(MissingObjectException.class);
    }

    @Test
    void refusesAnotherQuestionUnderTheSameName() {
        begun(here.hold(question("Hi?"), KEY, AnswerListener.NONE, new Cancellation()));
        assertThat(here.hold(question("Ho?"), KEY, AnswerListener.NONE, new Cancellation()))
                .isEqualTo(new Held.NameTaken());
        assertThat(model.requests).hasSize(1);
    }

    @Test
    void answersTheQuestionsOfAConversationOneAfterTheOther() {
        ConversationId conversation = begun(here.hold(question("Hi?"), null, AnswerListener.NONE, new Cancellation()))
                .conversation();
        model.open = new CompletableFuture<>();
        Question second = new Question(ADA, "And?", conversation, null);
        Held under = here.hold(second, null, AnswerListener.NONE, new Cancellation());

        assertThat(hold().hold(second, null, AnswerListener.NONE, new Cancellation()))
                .isEqualTo(new Held.Busy());

        model.open.complete(ModelReply.saying("Yes."));
        begun(under);
        begun(hold().hold(second, null, AnswerListener.NONE, new Cancellation()));
        assertThat(conversations.lastTurns(ADA, conversation, 10)).hasSize(6);
    }

    @Test
    void goesOnWithANamedQuestionWhenTheReaderLeaves() {
        model.open = new CompletableFuture<>();
        Cancellation left = new Cancellation();
        Held held = here.hold(question("Hi?"), KEY, AnswerListener.NONE, left);
        left.cancel();
        model.open.complete(ModelReply.saying("Hello."));
        assertThat(begun(held).turn().text()).isEqualTo("Hello.");
    }

    @Test
    void stopsAQuestionWithoutANameWhenTheReaderLeaves() {
        model.open = new CompletableFuture<>();
        Cancellation left = new Cancellation();
        Held held = here.hold(question("Hi?"), null, AnswerListener.NONE, left);
        left.cancel();
        model.open.complete(ModelReply.saying("Hello."));
        assertThat(((Held.Begun) held).answer().toCompletableFuture()).isCompletedExceptionally();
        assertThat(conversations.size()).isZero();
    }

    @Test
    void stopsWhereItIsAnsweredAlsoWhenAnotherProgramIsAsked() {
        model.open = new CompletableFuture<>();
        List<ExchangeId> told = new ArrayList<>();
        Held held = here.hold(question("Hi?"), KEY, told(told), new Cancellation());

        hold().stop(ADA, told.get(0));
        here.heedStops();
        model.open.complete(ModelReply.saying("Hello."));

        assertThat(((Held.Begun) held).answer().toCompletableFuture()).isCompletedExceptionally();
        assertThat(conversations.size()).isZero();
        assertThat(here.progress(ADA, told.get(0), 0).state()).isEqualTo(Exchange.State.FAILED);
        assertThatThrownBy(() -> here.stop(BOB, told.get(0))).isInstanceOf(MissingObjectException.class);
    }

    @Test
    void freesTheNameWhenThereIsNoAnswer() {
        model.open = CompletableFuture.failedFuture(new RetryableModelException("down"));
        Held failed = here.hold(question("Hi?"), KEY, AnswerListener.NONE, new Cancellation());
        assertThat(((Held.Begun) failed).answer().toCompletableFuture()).isCompletedExceptionally();
        model.open = CompletableFuture.completedFuture(ModelReply.saying("Hello."));
        assertThat(begun(here.hold(question("Hi?"), KEY, AnswerListener.NONE, new Cancellation()))
                        .turn()
                        .text())
                .isEqualTo("Hello.");
    }

    @Test
    void refusesAConversationThatTheCallerDoesNotHave() {
        Question lost = new Question(ADA, "Hi?", new ConversationId(UUID.randomUUID()), null);
        assertThatThrownBy(() -> here.hold(lost, KEY, AnswerListener.NONE, new Cancellation()))
                .isInstanceOf(MissingObjectException.class);
    }

    @Test
    void tellsTheModelInShortWhatFellOutOfItsWindow() {
        ConversationId conversation = begun(here.hold(
                        question("What is my FIRST question?"), null, AnswerListener.NONE, new Cancellation()))
                .conversation();
        for (int i = 0; i < 4; i++) {
            begun(here.hold(
                    new Question(ADA, "Question number " + "i".repeat(i + 1), conversation, null),
                    null,
                    AnswerListener.NONE,
                    new Cancellation()));
        }
        ModelRequest last = model.requests.get(model.requests.size() - 1);
        assertThat(last.instructions()).contains("Earlier the user asked:", "What is my FIRST question?");
        assertThat(last.messages().toString()).doesNotContain("FIRST");
        assertThat(conversations.summary(ADA, conversation).turns()).isPositive();
    }

    private static Answer begun(Held held) {
        return ((Held.Begun) held).answer().toCompletableFuture().join();
    }

    private static AnswerListener told(List<ExchangeId> told) {
        return new AnswerListener() {
            @Override
            public void exchange(ExchangeId exchange) {
                told.add(exchange);
            }

            @Override
            public void started(ConversationId conversation, String name) {}

            @Override
            public void toolCalled(String tool, String progress) {}

            @Override
            public void text(String piece) {}
        };
    }

    private static Question question(String message) {
        return new Question(ADA, message, null, null);
    }

    /** One of several programs on the same store. */
    private HoldExchange hold() {
        AssistantLimits limits = new AssistantLimits(8, 16, Duration.ofSeconds(60), 4, 400, 20_000, 1_000);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new HoldExchange(
                new AskAssistant(
                        conversations,
                        new FakeProposals(),
                        work,
                        model,
                        new Toolbox(List.of()),
                        UUID::randomUUID,
                        clock,
                        limits,
                        Guardrails.DEFAULT,
                        Runnable::run),
                exchanges,
                conversations,
                new EventJournal(exchanges, work),
                new SummariseConversation(conversations, work, null, limits, Runnable::run),
                work,
                UUID::randomUUID,
                clock);
    }

    /** Replies when a test lets it. */
    private static final class WaitingModel implements ChatModel {

        final List<ModelRequest> requests = new ArrayList<>();
        CompletableFuture<ModelReply> open = CompletableFuture.completedFuture(ModelReply.saying("Hello."));

        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public CompletionStage<ModelReply> reply(
                ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
            requests.add(request);
            return open.thenApply(reply -> {
                listener.accept(reply.text());
                return reply;
            });
        }
    }
}
