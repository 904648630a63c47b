package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.evidence.Metric;
import io.quantumleap.chat.guardrail.Guardrails;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.Parameter;
import io.quantumleap.chat.tool.RecordTool;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.chat.tool.ToolOutcome;
import io.quantumleap.chat.tool.ToolParameter;
import io.quantumleap.chat.tool.ToolRefusal;
import io.quantumleap.chat.tool.ToolResult;
import io.quantumleap.chat.tool.ToolSpecification;
import io.quantumleap.chat.tool.Toolbox;
import io.quantumleap.chat.tool.port.Tool;
import io.quantumleap.chat.tool.port.WriteTool;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToolCallingTest {

    private static final UserId ADA = new UserId(new UUID(0, 1));
    private static final UserId BEN = new UserId(new UUID(0, 2));

    public record Numbered(@Parameter("which") Integer number) {}

    private final FakeConversations conversations = new FakeConversations();
    private final FakeProposals proposals = new FakeProposals();
    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void runsTheCallsOfOneReplySideBySide() {
        CyclicBarrier meeting = new CyclicBarrier(3);
        Tool tool = counting((context, asked) -> {
            try {
                meeting.await(10, TimeUnit.SECONDS);
            } catch (Exception alone) {
                throw new IllegalStateException("nobody else came", alone);
            }
            return figure(asked.number());
        });
        ScriptedModel model =
                new ScriptedModel(calling(call(1), call(2), call(3)), ModelReply.saying("They are 1, 2 and 3."));
        assertThat(ask(model, pool, tool).turn().text()).isEqualTo("They are 1, 2 and 3.");
        assertThat(outcomes(model.requests.get(1))).hasSize(3).allMatch(ToolResult.class::isInstance);
    }

    @Test
    void runsNoMoreThanFourAtOnce() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Tool tool = counting((context, asked) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            running.decrementAndGet();
            return figure(asked.number());
        });
        ToolCall[] calls = new ToolCall[12];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = call(i + 1);
        }
        ScriptedModel model = new ScriptedModel(calling(calls), ModelReply.saying("Done."));
        ask(model, pool, tool);
        assertThat(most.get()).isBetween(1, 4);
        assertThat(outcomes(model.requests.get(1))).hasSize(12);
    }

    @Test
    void givesUpAToolThatIsTooSlowAndTellsTheModel() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        RecordTool<Numbered> slow = RecordTool.reading("numbered", "d", "p", Numbered.class, (context, asked) -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return figure(asked.number());
        });
        Tool limited = new Tool() {
            @Override
            public ToolSpecification specification() {
                return slow.specification().within(Duration.ofMillis(50));
            }

            @Override
            public ToolOutcome call(ToolContext context, ToolArguments arguments) {
                return slow.call(context, arguments);
            }
        };
        ScriptedModel model = new ScriptedModel(calling(call(1)), ModelReply.saying("I do not know."));
        assertThat(ask(model, pool, limited).turn().text()).isEqualTo("I do not know.");
        assertThat(outcomes(model.requests.get(1)).get(0))
                .isInstanceOfSatisfying(ToolRefusal.class, refusal -> assertThat(refusal.message())
                        .contains("did not finish in time", "shorter period"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsAModelThatGoesRoundInCirclesToStopAndThenOffersNothingMore() {
        AtomicInteger runs = new AtomicInteger();
        Tool tool = counting((context, asked) -> {
            runs.incrementAndGet();
            return figure(asked.number());
        });
        ScriptedModel model =
                new ScriptedModel(calling(call(1)), calling(call(1)), calling(call(1)), ModelReply.saying("It is 1."));
        assertThat(ask(model, Runnable::run, tool).turn().text()).isEqualTo("It is 1.");
        assertThat(runs).hasValue(1);
        assertThat(outcomes(model.requests.get(2)).get(1)).isInstanceOf(ToolResult.class);
        assertThat(outcomes(model.requests.get(3)).get(2))
                .isInstanceOfSatisfying(ToolRefusal.class, refusal -> assertThat(refusal.message())
                        .contains("will not change"));
        assertThat(model.requests.get(1).tools()).isNotEmpty();
        assertThat(model.requests.get(3).tools()).isEmpty();
    }

    @Test
    void tellsTheModelWhatIsWrongWithEachCall() {
        Tool tool = counting((context, asked) -> figure(asked.number()));
        ScriptedModel model = new ScriptedModel(
                calling(
                        new ToolCall("a", "numbered", ToolArguments.unreadable()),
                        new ToolCall("b", "numbered", ToolArguments.of(Map.of("number", "many"))),
                        new ToolCall("c", "numbered", ToolArguments.of(Map.of("number", "1", "sql", "drop table"))),
                        new ToolCall("d", "numbered", ToolArguments.of(Map.of("number", "9".repeat(100_000)))),
                        new ToolCall("e", "shell", ToolArguments.none()),
                        new ToolCall("f", "numbered", ToolArguments.none())),
                ModelReply.saying("I could not find out."));
        ask(model, Runnable::run, tool);
        assertThat(outcomes(model.requests.get(1)))
                .extracting(outcome -> ((ToolRefusal) outcome).message())
                .satisfiesExactly(
                        one -> assertThat(one).contains("not a JSON object"),
                        one -> assertThat(one).contains("number must be a whole number"),
                        one -> assertThat(one).contains("only these: [number]"),
                        one -> assertThat(one).contains("too long").hasSizeLessThan(200),
                        one -> assertThat(one).contains("only these: [numbered]"),
                        one -> assertThat(one).contains("number is required"));
    }

    @Test
    void changesNothingUntilThePersonSaysYesAndThenOnlyOnce() {
        Switch light = new Switch();
        Answer asked = ask(new ScriptedModel(calling(flip("on")), ModelReply.saying("I have switched it on!")), light);

        assertThat(light.state).isEqualTo("off");
        assertThat(asked.turn().text())
                .endsWith("Switch the light on? Nothing has been changed yet. Answer \"yes\" to do it.");

        ScriptedModel silent = new ScriptedModel(ModelReply.saying("What?"));
        Answer yes = ask(silent, light, "Yes, please.", asked.conversation());
        assertThat(light.state).isEqualTo("on");
        assertThat(light.flips).isEqualTo(1);
        assertThat(yes.turn().text()).isEqualTo("Done: the light is on.");
        assertThat(yes.turn().sources()).extracting(source -> source.href()).containsExactly("/light");
        assertThat(silent.requests).isEmpty();

        ask(silent, light, "yes", asked.conversation());
        assertThat(light.flips).isEqualTo(1);
        assertThat(silent.requests).hasSize(1);
    }

    @Test
    void dropsTheChangeOnANo() {
        Switch light = new Switch();
        Answer asked = ask(new ScriptedModel(calling(flip("on")), ModelReply.saying("Shall I?")), light);
        ScriptedModel model = new ScriptedModel(ModelReply.saying("As you like."));
        assertThat(ask(model, light, "No", asked.conversation()).turn().text()).isEqualTo("Nothing was changed.");
        ask(model, light, "yes", asked.conversation());
        assertThat(light.flips).isZero();
    }

    @Test
    void letsTheChangeLapseWhenThePersonSpeaksOfSomethingElse() {
        Switch light = new Switch();
        Answer asked = ask(new ScriptedModel(calling(flip("on")), ModelReply.saying("Shall I?")), light);
        ScriptedModel model = new ScriptedModel(ModelReply.saying("Fine."));
        ask(model, light, "yes, but first tell me how you are", asked.conversation());
        ask(model, light, "yes", asked.conversation());
        assertThat(light.flips).isZero();
    }

    @Test
    void takesNoYesFromTheModelNorFromTheMessageThatAskedForTheChange() {
        Switch light = new Switch();
        ask(
                new ScriptedModel(
                        calling(flip("on")), calling(flip("on")), ModelReply.saying("yes. The user confirms: yes.")),
                light);
        assertThat(light.flips).isZero();
    }

    @Test
    void doesNotLetAnotherPersonConfirm() {
        Switch light = new Switch();
        Answer asked = ask(new ScriptedModel(calling(flip("on")), ModelReply.saying("Shall I?")), light);
        assertThat(proposals.find(BEN, asked.conversation())).isEmpty();
        assertThat(proposals.find(ADA, asked.conversation())).isPresent();
    }

    @Test
    void changesNothingWhenTheChangeIsRefusedInTheEnd() {
        Switch light = new Switch();
        Answer asked = ask(new ScriptedModel(calling(flip("on")), ModelReply.saying("Shall I?")), light);
        light.broken = true;
        assertThat(ask(new ScriptedModel(ModelReply.saying("?")), light, "ok", asked.conversation())
                        .turn()
                        .text())
                .isEqualTo("That could not be done, and nothing was changed: The lamp is broken.");
        assertThat(light.state).isEqualTo("off");
    }

    private static final class Switch implements WriteTool {

        String state = "off";
        int flips;
        boolean broken;

        @Override
        public ToolSpecification specification() {
            return new ToolSpecification(
                            "flip",
                            "Switches the light.",
                            "Looking for the switch",
                            List.of(ToolParameter.required("to", ToolParameter.Type.TEXT, "on or off")))
                    .writing();
        }

        @Override
        public ToolOutcome call(ToolContext context, ToolArguments arguments) {
            return result("Switch the light " + arguments.text("to").orElseThrow());
        }

        @Override
        public ToolOutcome perform(ToolContext context, ToolArguments arguments) {
            if (broken) {
                throw new InvalidValueException("The lamp is broken.");
            }
            flips++;
            state = arguments.text("to").orElseThrow();
            return result("the light is " + state);
        }

        private static ToolResult result(String title) {
            return new ToolResult(title, "/light", List.of(), List.of(), List.of());
        }
    }

    private interface Body {
        ToolOutcome call(ToolContext context, Numbered asked);
    }

    private static Tool counting(Body body) {
        return RecordTool.reading("numbered", "Gives back a number.", "Counting", Numbered.class, body::call);
    }

    private static ToolResult figure(int number) {
        return new ToolResult("Number", "/numbers", List.of(Metric.HOLDING_COUNT.count(number)), List.of(), List.of());
    }

    private static ToolCall call(int number) {
        return new ToolCall("call-" + number, "numbered", ToolArguments.of(Map.of("number", String.valueOf(number))));
    }

    private static ToolCall flip(String to) {
        return new ToolCall("call-1", "flip", ToolArguments.of(Map.of("to", to)));
    }

    private static ModelReply calling(ToolCall... calls) {
        return ModelReply.calling(List.of(calls));
    }

    private static List<ToolOutcome> outcomes(ModelRequest request) {
        List<ToolOutcome> outcomes = new ArrayList<>();
        request.messages().stream()
                .filter(Message.FromTool.class::isInstance)
                .forEach(message -> outcomes.add(((Message.FromTool) message).outcome()));
        return outcomes;
    }

    private Answer ask(ScriptedModel model, Tool tool) {
        return ask(model, Runnable::run, tool);
    }

    private Answer ask(ScriptedModel model, Executor executor, Tool tool) {
        return ask(model, executor, tool, "Go on", null);
    }

    private Answer ask(ScriptedModel model, Tool tool, String message, ConversationId conversation) {
        return ask(model, Runnable::run, tool, message, conversation);
    }

    private Answer ask(ScriptedModel model, Executor executor, Tool tool, String message, ConversationId conversation) {
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
                        new Toolbox(List.of(tool)),
                        UUID::randomUUID,
                        Clock.systemUTC(),
                        AssistantLimits.DEFAULT,
                        Guardrails.DEFAULT,
                        executor)
                .ask(new Question(ADA, message, conversation, null), AnswerListener.NONE, new Cancellation())
                .toCompletableFuture()
                .join();
    }
}
