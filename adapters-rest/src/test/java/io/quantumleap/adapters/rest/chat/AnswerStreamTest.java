package io.quantumleap.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.conversation.Answer;
import io.quantumleap.chat.conversation.ConversationId;
import io.quantumleap.chat.conversation.Turn;
import io.quantumleap.chat.model.Cancellation;
import io.quantumleap.chat.model.RetryableModelException;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.plugins.providers.sse.SseImpl;
import org.junit.jupiter.api.Test;

class AnswerStreamTest {

    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0, 1));

    private final RecordingSink sink = new RecordingSink();
    private final Cancellation cancellation = new Cancellation();
    private final AnswerStream stream = new AnswerStream(sink, new SseImpl(), cancellation, "01JTEST", 0);

    @Test
    void sendsTheAnswerAsItGrows() {
        stream.started(CONVERSATION, "built-in analyst");
        stream.toolCalled("holdings", "Reading your holdings");
        stream.text("You hold \"ACME\".\n");
        stream.end(answer(), null);

        assertThat(sink.events)
                .containsExactly(
                        "start {\"conversation_id\":\"" + CONVERSATION + "\",\"model\":\"built-in analyst\"}",
                        "tool {\"tool\":\"holdings\",\"title\":\"Reading your holdings\"}",
                        "delta {\"text\":\"You hold \\\"ACME\\\".\\n\"}",
                        "done {\"conversation_id\":\"" + CONVERSATION
                                + "\",\"model\":\"built-in analyst\",\"response\":\"Yes.\",\"sources\":[],\"status\":\"ok\","
                                + "\"suggestions\":[\"Why?\"],\"timestamp\":\"2026-01-31T09:30:00Z\"}");
        assertThat(sink.numbers).as("by which a reader catches up").containsExactly("1", "2", "3", "4");
        assertThat(sink.closed).isTrue();
    }

    @Test
    void endsWithAProblemWhenTheModelFails() {
        stream.end(null, new CompletionException(new RetryableModelException("down: sk-secret")));
        assertThat(sink.events)
                .singleElement()
                .asString()
                .startsWith("error {\"type\":\"urn:quantumleap:problem:unavailable\"")
                .contains("\"status\":503", "01JTEST")
                .doesNotContain("sk-secret");
        assertThat(sink.closed).isTrue();
    }

    @Test
    void tellsNothingOfTheInsideWhenSomethingBreaks() {
        stream.end(null, new CompletionException(new IllegalStateException("jdbc:postgresql://secret")));
        assertThat(sink.events)
                .singleElement()
                .asString()
                .contains("\"status\":500")
                .doesNotContain("secret");
    }

    @Test
    void cancelsTheWorkWhenTheReaderIsGone() {
        sink.broken = true;
        stream.text("Hello.");
        assertThat(cancellation.isCancelled()).isTrue();
        stream.end(null, new CompletionException(new CancellationException("left")));
        assertThat(sink.events).isEmpty();
        assertThat(sink.closed).isTrue();
    }

    @Test
    void cancelsTheWorkWhenTheSinkWasClosed() {
        sink.close();
        stream.beat();
        assertThat(cancellation.isCancelled()).isTrue();
    }

    @Test
    void beatsWhileItIsOpenAndNoLonger() throws Exception {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            new Heartbeat(timer, Runnable::run, Duration.ofMillis(5)).accompany(stream);
            assertThat(sink.beaten.await(10, TimeUnit.SECONDS)).isTrue();
            stream.end(answer(), null);
            timer.submit(() -> {}).get();
            int sent = sink.events.size();
            timer.schedule(() -> {}, 30, TimeUnit.MILLISECONDS).get();
            assertThat(sink.events).hasSize(sent);
            assertThat(cancellation.isCancelled()).isFalse();
        } finally {
            timer.shutdownNow();
        }
    }

    private static Answer answer() {
        return new Answer(
                CONVERSATION,
                new Turn.Answered("Yes.", Instant.parse("2026-01-31T09:30:00Z"), List.of(), "built-in analyst", null),
                List.of("Why?"));
    }

    private static final class RecordingSink implements SseEventSink {

        final List<String> events = new CopyOnWriteArrayList<>();
        final List<String> numbers = new CopyOnWriteArrayList<>();
        final CountDownLatch beaten = new CountDownLatch(2);
        boolean broken;
        boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (broken) {
                return CompletableFuture.failedFuture(new IOException("broken pipe"));
            }
            if (event.getComment() != null) {
                beaten.countDown();
                events.add("comment");
            } else {
                events.add(event.getName() + " " + event.getData());
                numbers.add(event.getId());
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
