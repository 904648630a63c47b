package io.quantumleap.adapters.rest.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.model.BrokenReplyException;
import io.quantumleap.chat.model.BudgetReachedException;
import io.quantumleap.chat.model.CallPurpose;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.Message;
import io.quantumleap.chat.model.ModelReply;
import io.quantumleap.chat.model.ModelRequest;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.PermanentModelException;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.chat.model.port.ChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoutedModelTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();

    @Test
    void asksTheFirstAndNamesIt() {
        ModelReply reply = ask(Set.of(), stop("one", ModelReply.saying("Yes.")), stop("two", ModelReply.saying("No.")));
        assertThat(reply.text()).isEqualTo("Yes.");
        assertThat(reply.answeredBy()).contains("model-one");
        assertThat(asked).containsExactly("one");
    }

    @Test
    void asksTheNextWhenOneFailsBeforeItSaidAnything() {
        ModelReply reply = ask(
                Set.of(),
                stop("one", new RetryableModelException("down")),
                stop("two", new PermanentModelException("wrong key")),
                stop("three", ModelReply.saying("Yes.")));
        assertThat(reply.answeredBy()).contains("model-three");
        assertThat(asked).containsExactly("one", "two", "three");
    }

    @Test
    void doesNotTakeBackWhatWasGivenOut() {
        assertThatThrownBy(() -> ask(
                        Set.of(),
                        stop("one", "Half a", new RetryableModelException("cut")),
                        stop("two", ModelReply.saying("Yes."))))
                .cause()
                .isInstanceOfSatisfying(BrokenReplyException.class, broken -> assertThat(broken.provider())
                        .isEqualTo("one"));
        assertThat(asked).containsExactly("one");
        assertThat(pieces).containsExactly("Half a");
    }

    @Test
    void leavesOutWhoBrokeOffBefore() {
        ModelReply reply =
                ask(Set.of("one"), stop("one", ModelReply.saying("Yes.")), stop("two", ModelReply.saying("No.")));
        assertThat(reply.answeredBy()).contains("model-two");
        assertThat(asked).containsExactly("two");
    }

    @Test
    void tellsOfTheBudgetWhenNobodyElseCanAnswer() {
        assertThatThrownBy(() -> ask(
                        Set.of(),
                        stop("one", new PermanentModelException("wrong key")),
                        stop("two", new BudgetReachedException("used up", Duration.ofDays(1))),
                        stop("three", new RetryableModelException("down"))))
                .cause()
                .isInstanceOf(BudgetReachedException.class);
    }

    @Test
    void doesNotAskTheNextWhenNobodyWaits() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> route(
                                stop("one", new RetryableModelException("down")), stop("two", ModelReply.saying("")))
                        .reply(request(Set.of()), pieces::add, cancellation)
                        .toCompletableFuture()
                        .join())
                .cause()
                .isInstanceOf(RetryableModelException.class);
        assertThat(asked).containsExactly("one");
    }

    @Test
    void refusesATaskWithoutAnyModel() {
        assertThatThrownBy(() -> new RoutedModel(Map.of(ModelTask.CHAT, List.of(stop("one", ModelReply.saying(""))))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ModelReply ask(Set<String> avoiding, RoutedModel.Stop... stops) {
        return route(stops)
                .reply(request(avoiding), pieces::add, new Cancellation())
                .toCompletableFuture()
                .join();
    }

    private static RoutedModel route(RoutedModel.Stop... stops) {
        List<RoutedModel.Stop> route = List.of(stops);
        return new RoutedModel(Map.of(ModelTask.CHAT, route, ModelTask.ANALYSIS, route, ModelTask.SUMMARY, route));
    }

    private static ModelRequest request(Set<String> avoiding) {
        return new ModelRequest(
                "Rules.",
                List.of(new Message.FromUser("Hi")),
                List.of(),
                Duration.ofSeconds(9),
                new CallPurpose(ModelTask.CHAT, null, null, avoiding));
    }

    private RoutedModel.Stop stop(String name, Object outcome) {
        return stop(name, "", outcome);
    }

    private RoutedModel.Stop stop(String name, String piece, Object outcome) {
        return new RoutedModel.Stop(name, new ChatModel() {
            @Override
            public String name() {
                return "model-" + name;
            }

            @Override
            public CompletionStage<ModelReply> reply(
                    ModelRequest request, Consumer<String> listener, Cancellation cancellation) {
                asked.add(name);
                if (!piece.isEmpty()) {
                    listener.accept(piece);
                }
                return outcome instanceof ModelReply reply
                        ? CompletableFuture.completedFuture(reply)
                        : CompletableFuture.failedFuture((RuntimeException) outcome);
            }
        });
    }
}
