package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import org.junit.jupiter.api.Test;

/** A model that lies: what it may correct, and what is withheld. */
class LyingModelTest extends AssistantFixture {

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
}
