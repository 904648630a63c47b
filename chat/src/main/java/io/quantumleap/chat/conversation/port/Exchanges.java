package io.quantumleap.chat.conversation.port;

import io.quantumleap.chat.conversation.AnswerEvent;
import io.quantumleap.chat.conversation.Exchange;
import io.quantumleap.chat.conversation.ExchangeId;
import io.quantumleap.chat.conversation.Opening;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The exchanges under way, and those that ended a while ago. Safe for use by many threads and many programs. */
public interface Exchanges {

    /**
     * An event with its place in its exchange.
     *
     * @param exchange the exchange
     * @param number from 1 on, without a gap
     * @param event what was told
     */
    record Numbered(ExchangeId exchange, int number, AnswerEvent event) {}

    /** Opens an exchange unless its name or its conversation is taken; those of programs that died take nothing. */
    Opening open(Exchange exchange, Instant now);

    /** The exchange, if the user has it. */
    Optional<Exchange> find(UserId owner, ExchangeId id);

    /** Keeps events. */
    void keep(Collection<Numbered> events);

    /** The kept events of an exchange after a number, in their order. */
    List<Numbered> events(ExchangeId id, int after);

    /**
     * Marks an exchange as done.
     *
     * @return false if it is not running any more, because its lease ended; the answer must not be stored then
     */
    boolean finish(ExchangeId id, int answerPosition, List<String> suggestions, Instant now);

    /** Marks an exchange as failed, so that its name and its conversation are free; nothing happens if it is not running. */
    void fail(ExchangeId id, Instant now);

    /** Asks whoever answers to stop. */
    void requestStop(ExchangeId id);

    /** Which of these exchanges are asked to stop. */
    Set<ExchangeId> stopRequested(Collection<ExchangeId> running);

    /** Forgets the events of exchanges that ended before one moment, and the exchanges that ended before another. */
    void forget(Instant eventsBefore, Instant exchangesBefore);
}
