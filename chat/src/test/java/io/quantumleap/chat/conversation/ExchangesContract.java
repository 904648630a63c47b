package io.quantumleap.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.chat.conversation.port.Exchanges.Numbered;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of exchanges must do. */
public abstract class ExchangesContract {

    private static final Instant NOON = Instant.parse("2031-03-10T12:00:00Z");

    private final UserId owner = new UserId(UUID.randomUUID());
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());

    /** The store under test. */
    protected abstract Exchanges exchanges();

    /** The unit of work that it writes in. */
    protected abstract UnitOfWork unitOfWork();

    @Test
    void opensOneAtATimeInAConversation() {
        Exchange first = exchange(conversation, null);
        assertThat(open(first, NOON)).isEqualTo(new Opening.Opened());
        assertThat(open(exchange(conversation, null), NOON)).isEqualTo(new Opening.Busy());
        assertThat(open(exchange(new ConversationId(UUID.randomUUID()), null), NOON))
                .isEqualTo(new Opening.Opened());

        unitOfWork().run(() -> exchanges().fail(first.id(), NOON));

        assertThat(open(exchange(conversation, null), NOON)).isEqualTo(new Opening.Opened());
    }

    @Test
    void opensOneOfManyThatComeAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int opened = 0;
        try {
            List<Future<Opening>> openings = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                openings.add(threads.submit(() -> open(exchange(conversation, "same"), NOON)));
            }
            for (Future<Opening> opening : openings) {
                opened += opening.get() instanceof Opening.Opened ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void knowsTheNameOfItsOwnerAlone() {
        Exchange named = exchange(conversation, "first");
        open(named, NOON);
        assertThat(open(exchange(new ConversationId(UUID.randomUUID()), "first"), NOON))
                .isInstanceOfSatisfying(Opening.Known.class, known -> assertThat(known.exchange())
                        .isEqualTo(named));
        Exchange foreign = new Exchange(
                new ExchangeId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                new ConversationId(UUID.randomUUID()),
                new IdempotencyKey("first"),
                "d",
                Exchange.State.RUNNING,
                NOON.plusSeconds(60),
                0,
                List.of());
        assertThat(open(foreign, NOON)).isEqualTo(new Opening.Opened());
        assertThat(exchanges().find(foreign.owner(), named.id())).isEmpty();
    }

    @Test
    void freesWhatAProgramThatDiedHeld() {
        Exchange lost = exchange(conversation, "first");
        open(lost, NOON);
        Instant later = NOON.plus(Duration.ofMinutes(5));
        assertThat(open(exchange(conversation, "first"), later)).isEqualTo(new Opening.Opened());
        assertThat(finish(lost.id(), 2)).isFalse();
    }

    @Test
    void remembersTheAnswer() {
        Exchange exchange = exchange(conversation, "first");
        open(exchange, NOON);
        assertThat(finish(exchange.id(), 2)).isTrue();
        assertThat(finish(exchange.id(), 4)).isFalse();
        unitOfWork().run(() -> exchanges().fail(exchange.id(), NOON));
        Exchange found = exchanges().find(owner, exchange.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(Exchange.State.DONE);
        assertThat(found.answerPosition()).isEqualTo(2);
        assertThat(found.suggestions()).containsExactly("Why?", "And \"then\"?");
        assertThat(found.key()).isPresent();
    }

    @Test
    void keepsEventsInOrderAndForgetsThemFirst() {
        Exchange exchange = exchange(conversation, "first");
        open(exchange, NOON);
        List<Numbered> events = List.of(
                new Numbered(exchange.id(), 1, new AnswerEvent.Started(conversation, "gpt")),
                new Numbered(exchange.id(), 2, new AnswerEvent.ToolCalled("risk", "Reading")),
                new Numbered(exchange.id(), 3, new AnswerEvent.Text("Yes, \uD83D\uDE00.\n")));
        unitOfWork().run(() -> exchanges().keep(events));
        unitOfWork().run(() -> exchanges().keep(events));
        assertThat(exchanges().events(exchange.id(), 0)).isEqualTo(events);
        assertThat(exchanges().events(exchange.id(), 2)).isEqualTo(events.subList(2, 3));
        finish(exchange.id(), 2);

        unitOfWork().run(() -> exchanges().forget(NOON.plusSeconds(1), NOON.minusSeconds(1)));
        assertThat(exchanges().events(exchange.id(), 0)).isEmpty();
        assertThat(exchanges().find(owner, exchange.id())).isPresent();

        unitOfWork().run(() -> exchanges().forget(NOON.plusSeconds(1), NOON.plusSeconds(1)));
        assertThat(exchanges().find(owner, exchange.id())).isEmpty();
    }

    @Test
    void tellsWhoIsToStop() {
        Exchange exchange = exchange(conversation, null);
        Exchange other = exchange(new ConversationId(UUID.randomUUID()), null);
        open(exchange, NOON);
        open(other, NOON);
        unitOfWork().run(() -> exchanges().requestStop(exchange.id()));
        assertThat(exchanges().stopRequested(Set.of(exchange.id(), other.id()))).containsExactly(exchange.id());
    }

    private Opening open(Exchange exchange, Instant now) {
        return unitOfWork().run(() -> exchanges().open(exchange, now));
    }

    private boolean finish(ExchangeId id, int position) {
        return unitOfWork().run(() -> exchanges().finish(id, position, List.of("Why?", "And \"then\"?"), NOON));
    }

    private Exchange exchange(ConversationId where, String key) {
        return new Exchange(
                new ExchangeId(UUID.randomUUID()),
                owner,
                where,
                key == null ? null : new IdempotencyKey(key),
                "d",
                Exchange.State.RUNNING,
                NOON.plusSeconds(60),
                0,
                List.of());
    }
}
