package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Conversations;
import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.chat.conversation.port.Exchanges.Numbered;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the assistant so that the questions of one conversation are answered one after the other, also by several programs on
 * one store; and so that a question with a name is answered once, goes on when its reader loses the line, and can be caught
 * up with. Safe for use by many threads.
 */
public final class HoldExchange {

    /** Longer than any answer may take, so that only an exchange of a program that died outlives it. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration EVENTS_KEPT = Duration.ofMinutes(15);
    private static final Duration EXCHANGES_KEPT = Duration.ofHours(24);

    private final AskAssistant assistant;
    private final Exchanges exchanges;
    private final Conversations conversations;
    private final EventJournal journal;
    private final SummariseConversation summaries;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;
    private final Map<ExchangeId, Cancellation> running = new ConcurrentHashMap<>();

    /** Works on these. */
    public HoldExchange(
            AskAssistant assistant,
            Exchanges exchanges,
            Conversations conversations,
            EventJournal journal,
            SummariseConversation summaries,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.assistant = Objects.requireNonNull(assistant, "assistant");
        this.exchanges = Objects.requireNonNull(exchanges, "exchanges");
        this.conversations = Objects.requireNonNull(conversations, "conversations");
        this.journal = Objects.requireNonNull(journal, "journal");
        this.summaries = Objects.requireNonNull(summaries, "summaries");
        this.work = Objects.requireNonNull(work, "work");
        this.ids = Objects.requireNonNull(ids, "ids");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** What came of asking. */
    public sealed interface Held {

        /** The answer is growing. */
        record Begun(CompletionStage<Answer> answer) implements Held {}

        /** The same question was asked before under the same name; follow that exchange. */
        record Repeated(ExchangeId exchange) implements Held {}

        /** Another question was asked before under the same name. */
        record NameTaken() implements Held {}

        /** Another question of the conversation is being answered. */
        record Busy() implements Held {}
    }

    /**
     * How far an exchange is.
     *
     * @param events what was told after the number that was asked for
     * @param state how far it is
     * @param stored the answer, or null while there is none; read it through {@link #answer()}
     */
    public record Progress(
            List<Numbered> events,
            Exchange.State state,
            @Nullable Answer stored) {

        /** Copies the events. */
        public Progress {
            events = List.copyOf(events);
        }

        /** The answer, once it is stored. */
        public Optional<Answer> answer() {
            return Optional.ofNullable(stored);
        }
    }

    /**
     * Asks. A question without a name stops when the caller leaves; one with a name goes on.
     *
     * @param key the caller's name for the question, or null
     * @param listener watches the answer grow, if it begins
     * @param cancellation to be cancelled when the caller leaves
     * @throws MissingObjectException if the caller has no such conversation
     * @throws io.quantumleap.core.shared.ConflictException if the conversation is full
     */
    public Held hold(
            Question question, @Nullable IdempotencyKey key, AnswerListener listener, Cancellation cancellation) {
        if (key == null && question.conversation().isEmpty()) {
            return new Held.Begun(assistant.ask(question, listener, cancellation));
        }
        Instant now = clock.instant();
        Exchange exchange = new Exchange(
                new ExchangeId(ids.next()),
                question.caller(),
                question.conversation().orElseGet(() -> new ConversationId(ids.next())),
                key,
                digest(question),
                Exchange.State.RUNNING,
                now.plus(LEASE),
                0,
                List.of());
        if (question.conversation()
                .filter(id -> conversations.find(question.caller(), id).isEmpty())
                .isPresent()) {
            throw ViewConversation.missing();
        }
        Opening opening = work.run(() -> exchanges.open(exchange, now));
        if (opening instanceof Opening.Known known) {
            return known.exchange().digest().equals(exchange.digest())
                    ? new Held.Repeated(known.exchange().id())
                    : new Held.NameTaken();
        }
        if (opening instanceof Opening.Busy) {
            return new Held.Busy();
        }
        return new Held.Begun(begin(question, exchange, listener, cancellation));
    }

    private CompletionStage<Answer> begin(
            Question question, Exchange exchange, AnswerListener listener, Cancellation cancellation) {
        ExchangeId id = exchange.id();
        Cancellation stop = exchange.key().isPresent() ? new Cancellation() : cancellation;
        AnswerListener told = exchange.key().isPresent() ? new Recorder(id, listener, journal) : listener;
        running.put(id, stop);
        try {
            exchange.key().ifPresent(key -> listener.exchange(id));
            return assistant
                    .ask(question, exchange.conversation(), told, stop, answer -> finish(exchange, answer))
                    .whenComplete((answer, failure) -> ended(exchange, failure));
        } catch (RuntimeException refused) {
            ended(exchange, refused);
            throw refused;
        }
    }

    /** In the unit that stores the answer, so that both happen or neither. */
    private void finish(Exchange exchange, Answer answer) {
        journal.flush(exchange.id());
        int position = conversations
                .find(exchange.owner(), exchange.conversation())
                .map(Conversation::turnCount)
                .orElseThrow(ViewConversation::missing);
        if (!exchanges.finish(exchange.id(), position, answer.suggestions(), clock.instant())) {
            throw new IllegalStateException("the answer took longer than its lease");
        }
    }

    private void ended(Exchange exchange, @Nullable Throwable failure) {
        running.remove(exchange.id());
        if (failure == null) {
            summaries.refresh(exchange.owner(), exchange.conversation());
        } else {
            work.run(() -> exchanges.fail(exchange.id(), clock.instant()));
        }
    }

    /**
     * How far an exchange of the caller is.
     *
     * @param after the number of the last event that the caller has
     * @throws MissingObjectException if the caller has no such exchange
     */
    public Progress progress(UserId caller, ExchangeId id, int after) {
        Exchange exchange = exchanges.find(caller, id).orElseThrow(HoldExchange::missing);
        Exchange.State state = exchange.stateAt(clock.instant());
        Answer answer = null;
        if (state == Exchange.State.DONE) {
            Turn.Answered turn = conversations
                    .answer(caller, exchange.conversation(), exchange.answerPosition())
                    .orElseThrow(HoldExchange::missing);
            answer = new Answer(exchange.conversation(), turn, exchange.suggestions());
        }
        return new Progress(exchanges.events(id, after), state, answer);
    }

    /**
     * Stops an exchange of the caller, wherever it is answered; one that has ended stays as it is.
     *
     * @throws MissingObjectException if the caller has no such exchange
     */
    public void stop(UserId caller, ExchangeId id) {
        if (exchanges.find(caller, id).isEmpty()) {
            throw missing();
        }
        Cancellation here = running.get(id);
        if (here != null) {
            here.cancel();
        } else {
            work.run(() -> exchanges.requestStop(id));
        }
    }

    /** Stops what others were asked to stop. To be called now and then. */
    public void heedStops() {
        if (!running.isEmpty()) {
            exchanges.stopRequested(running.keySet()).forEach(id -> Optional.ofNullable(running.get(id))
                    .ifPresent(Cancellation::cancel));
        }
    }

    /** Forgets what ended long ago. To be called now and then. */
    public void forget() {
        Instant now = clock.instant();
        work.run(() -> exchanges.forget(now.minus(EVENTS_KEPT), now.minus(EXCHANGES_KEPT)));
    }

    private static MissingObjectException missing() {
        return new MissingObjectException("There is no such exchange.");
    }

    private static String digest(Question question) {
        String all = question.conversation().map(ConversationId::toString).orElse("-")
                + question.portfolio().map(Object::toString).orElse("-")
                + question.message();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Counts events as the listener counts them, and keeps them. */
    private static final class Recorder implements AnswerListener {

        private final ExchangeId exchange;
        private final AnswerListener listener;
        private final EventJournal journal;
        private int number;

        Recorder(ExchangeId exchange, AnswerListener listener, EventJournal journal) {
            this.exchange = exchange;
            this.listener = listener;
            this.journal = journal;
        }

        private void keep(AnswerEvent event) {
            journal.add(new Numbered(exchange, ++number, event));
            event.tell(listener);
        }

        @Override
        public void started(ConversationId conversation, String model) {
            keep(new AnswerEvent.Started(conversation, model));
        }

        @Override
        public void toolCalled(String tool, String progress) {
            keep(new AnswerEvent.ToolCalled(tool, progress));
        }

        @Override
        public void text(String piece) {
            keep(new AnswerEvent.Text(piece));
        }
    }
}
