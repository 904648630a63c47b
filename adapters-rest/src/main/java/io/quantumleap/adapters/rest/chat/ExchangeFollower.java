package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.conversation.Answer;
import io.quantumleap.chat.conversation.Exchange;
import io.quantumleap.chat.conversation.ExchangeId;
import io.quantumleap.chat.conversation.HoldExchange;
import io.quantumleap.chat.conversation.port.Exchanges.Numbered;
import io.quantumleap.chat.model.RetryableModelException;
import io.quantumleap.core.shared.UserId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Brings readers up to date with an exchange that somebody else began, on this program or another one. */
public final class ExchangeFollower {

    private final HoldExchange exchanges;
    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final Duration pause;

    /**
     * Looks now and then.
     *
     * @param timer says when
     * @param executor does the looking, which blocks
     * @param pause between two looks
     */
    public ExchangeFollower(HoldExchange exchanges, ScheduledExecutorService timer, Executor executor, Duration pause) {
        this.exchanges = exchanges;
        this.timer = timer;
        this.executor = executor;
        this.pause = pause;
    }

    /** Sends what comes after an event, until the exchange ends or the reader leaves. */
    void follow(UserId caller, ExchangeId id, int after, AnswerStream stream) {
        stream.exchange(id);
        executor.execute(() -> look(caller, id, after, stream));
    }

    private void look(UserId caller, ExchangeId id, int after, AnswerStream stream) {
        try {
            int last = after;
            HoldExchange.Progress progress = exchanges.progress(caller, id, after);
            for (Numbered event : progress.events()) {
                event.event().tell(stream);
                last = event.number();
            }
            if (progress.state() != Exchange.State.RUNNING) {
                stream.end(progress.answer().orElse(null), failed());
            } else if (stream.isDeserted()) {
                stream.end(null, null);
            } else {
                int next = last;
                later(() -> look(caller, id, next, stream));
            }
        } catch (RuntimeException failure) {
            stream.end(null, failure);
        }
    }

    /** The answer, when it is there. */
    CompletionStage<Answer> answer(UserId caller, ExchangeId id) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        executor.execute(() -> look(caller, id, answer));
        return answer;
    }

    private void look(UserId caller, ExchangeId id, CompletableFuture<Answer> answer) {
        try {
            HoldExchange.Progress progress = exchanges.progress(caller, id, Integer.MAX_VALUE);
            if (progress.answer().isPresent()) {
                answer.complete(progress.answer().get());
            } else if (progress.state() == Exchange.State.RUNNING) {
                later(() -> look(caller, id, answer));
            } else {
                answer.completeExceptionally(failed());
            }
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    private void later(Runnable look) {
        var unused = timer.schedule(() -> executor.execute(look), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static RetryableModelException failed() {
        return new RetryableModelException("The question that was asked before under this name has no answer.");
    }
}
