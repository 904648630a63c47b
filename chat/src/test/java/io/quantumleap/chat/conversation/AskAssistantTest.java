package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.tool.ToolContext;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskAssistantTest extends AssistantFixture {

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
    void namesAConversationAfterItsFirstWords() {
        Answer answer =
                ask(new ScriptedModel(ModelReply.saying("Hello.")), "  Tell me\n\neverything " + "ab ".repeat(90));
        String title =
                conversations.find(ADA, answer.conversation()).orElseThrow().title();
        assertThat(title).startsWith("Tell me everything ab ").endsWith("…").hasSizeLessThanOrEqualTo(80);
    }
}
