package io.quantumleap.adapters.rest.chat.model;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events out of what arrives, without waiting for more.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
final class EventLines implements Flow.Subscriber<List<ByteBuffer>> {

    /** No reply is longer; what is goes on for ever. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final ServerSentEventListener listener;
    private final Runnable atEnd;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private @Nullable String event;
    private long seen;
    private boolean afterReturn;
    private Flow.@Nullable Subscription subscription;
    private volatile boolean aborted;

    EventLines(ServerSentEventListener listener, Runnable atEnd) {
        this.listener = listener;
        this.atEnd = atEnd;
    }

    /** Closes the connection; nothing more is given out. */
    synchronized void abort() {
        aborted = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (aborted) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining() && !aborted) {
                take(buffer.get());
            }
        }
    }

    private void take(byte one) {
        if (++seen > MOST_BYTES) {
            abort();
            listener.onError(new IOException("the stream does not end"));
            return;
        }
        if (one == '\n' && afterReturn) {
            afterReturn = false;
        } else if (one == '\n' || one == '\r') {
            afterReturn = one == '\r';
            endOfLine();
        } else {
            afterReturn = false;
            line.write(one);
        }
    }

    private void endOfLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            dispatch();
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        if (field.equals("event")) {
            event = value;
        } else if (field.equals("data")) {
            data.append(data.length() == 0 ? "" : "\n").append(value);
        }
    }

    private void dispatch() {
        if (data.length() > 0) {
            ServerSentEvent whole = new ServerSentEvent(event, data.toString());
            data.setLength(0);
            event = null;
            listener.onEvent(whole, new ServerSentEventContext(new Handle()));
        }
        event = null;
    }

    @Override
    public void onError(Throwable failure) {
        if (!aborted) {
            listener.onError(failure);
        }
    }

    /** Some servers leave the last blank line out. */
    @Override
    public void onComplete() {
        if (aborted) {
            return;
        }
        if (line.size() > 0) {
            endOfLine();
        }
        dispatch();
        listener.onClose();
        atEnd.run();
    }

    private final class Handle implements ServerSentEventParsingHandle {

        @Override
        public void cancel() {
            abort();
        }

        @Override
        public boolean isCancelled() {
            return aborted;
        }
    }
}
