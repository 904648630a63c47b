package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.tool.ToolArguments;
import io.quantumleap.chat.tool.ToolRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one answer may use: rounds, tools, time and length. */
class AnswerLimitsTest extends AssistantFixture {

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
}
