package io.quantumleap.chat.conversation;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.BrokenReplyException;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolParameter;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An assistant over ports in memory and one tool, which counts how it is called. */
abstract class AssistantFixture {

    static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    static final UserId ADA = new UserId(new UUID(0, 1));
    static final UserId BOB = new UserId(new UUID(0, 2));

    final FakeConversations conversations = new FakeConversations();
    final RecordingListener listener = new RecordingListener();
    final CountingTool worth = new CountingTool();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    AssistantLimits limits = AssistantLimits.DEFAULT;

    static ModelReply calling(String tool) {
        return ModelReply.calling(List.of(new ToolCall("call-1", tool, ToolArguments.none())));
    }

    Answer ask(ChatModel model, String message) {
        return ask(model, message, null);
    }

    Answer ask(ChatModel model, String message, ConversationId conversation) {
        return asking(model)
                .ask(new Question(ADA, message, conversation, null), listener, new Cancellation())
                .toCompletableFuture()
                .join();
    }

    AskAssistant asking(ChatModel model) {
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

    static final class CountingTool implements Tool {

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

    static class RecordingListener implements AnswerListener {

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
    static final class BreakingModel implements ChatModel {

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
