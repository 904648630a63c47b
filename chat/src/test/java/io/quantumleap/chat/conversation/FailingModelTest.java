package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.core.shared.MissingObjectException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A model, a tool or a reader that fails half way: what is shown, and that nothing is half stored. */
class FailingModelTest extends AssistantFixture {

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
}
