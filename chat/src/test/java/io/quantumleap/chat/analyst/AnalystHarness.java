package io.quantumleap.chat.analyst;

import io.quantumleap.chat.conversation.Answer;
import io.quantumleap.chat.conversation.AnswerListener;
import io.quantumleap.chat.conversation.AskAssistant;
import io.quantumleap.chat.conversation.AssistantLimits;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.FakeConversations;
import io.quantumleap.chat.conversation.FakeProposals;
import io.quantumleap.chat.conversation.Question;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The whole way from a question to a checked answer, with the built-in analyst as the model. */
final class AnalystHarness {

    final FixtureTools tools = new FixtureTools();
    private final FakeConversations conversations = new FakeConversations();
    private final FakeProposals proposals = new FakeProposals();
    private final Clock clock =
            Clock.fixed(FixtureTools.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    Answer ask(String question) {
        return ask(question, null);
    }

    Answer ask(String question, ConversationId conversation) {
        tools.calls.clear();
        return assistant()
                .ask(
                        new Question(new UserId(new UUID(0, 1)), question, conversation, null),
                        AnswerListener.NONE,
                        new Cancellation())
                .toCompletableFuture()
                .join();
    }

    private AskAssistant assistant() {
        BuiltInAnalyst analyst = new BuiltInAnalyst(clock);
        ChatModel model = new ChatModel() {
            @Override
            public String name() {
                return BuiltInAnalyst.NAME;
            }

            @Override
            public CompletionStage<ModelReply> reply(
                    ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
                ModelReply reply = analyst.reply(request);
                listener.accept(reply.text());
                return CompletableFuture.completedFuture(reply);
            }
        };
        UnitOfWork immediate = new UnitOfWork() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
        return new AskAssistant(
                conversations,
                proposals,
                immediate,
                model,
                new Toolbox(tools.all()),
                UUID::randomUUID,
                clock,
                AssistantLimits.DEFAULT,
                Guardrails.DEFAULT,
                Runnable::run);
    }
}
