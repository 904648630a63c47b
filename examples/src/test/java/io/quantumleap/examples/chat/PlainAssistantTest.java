package io.quantumleap.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ToolCall;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.tool.ToolArguments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlainAssistantTest {

    @Test
    void answersFromTheToolOfTheProgram() {
        assertThat(new PlainAssistant(new SavingModel("You save 2,400 EUR in a year.")).ask("What do I save?"))
                .isEqualTo("You save 2,400 EUR in a year.");
    }

    @Test
    void withholdsWhatTheToolDidNotSay() {
        assertThat(new PlainAssistant(new SavingModel("You save 9,999 EUR in a year.")).ask("What do I save?"))
                .doesNotContain("9,999")
                .contains("could not trace");
    }

    /** Calls the tool first, then says what the test wants. */
    private record SavingModel(String says) implements ChatModel {

        @Override
        public String name() {
            return "saving";
        }

        @Override
        public CompletionStage<ModelReply> reply(
                ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
            if (request.messages().size() == 1) {
                return CompletableFuture.completedFuture(ModelReply.calling(
                        List.of(new ToolCall("1", "saving", ToolArguments.of(Map.of("monthly", "200"))))));
            }
            listener.accept(says);
            return CompletableFuture.completedFuture(ModelReply.saying(says));
        }
    }
}
