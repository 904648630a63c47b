package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.chat.conversation.port.Exchanges.Numbered;
import io.quantumleap.core.shared.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Collects the events of all answers that grow here and writes them together now and then, so that no answer waits for the
 * store. Safe for use by many threads.
 */
public final class EventJournal {

    private final Exchanges exchanges;
    private final UnitOfWork work;
    private final Queue<Numbered> waiting = new ConcurrentLinkedQueue<>();

    /** Writes to this store. */
    public EventJournal(Exchanges exchanges, UnitOfWork work) {
        this.exchanges = Objects.requireNonNull(exchanges, "exchanges");
        this.work = Objects.requireNonNull(work, "work");
    }

    void add(Numbered event) {
        waiting.add(event);
    }

    /** Writes what waits of one exchange, in the current unit of work. */
    synchronized void flush(ExchangeId exchange) {
        List<Numbered> batch = waiting.stream()
                .filter(event -> event.exchange().equals(exchange))
                .toList();
        if (!batch.isEmpty()) {
            waiting.removeAll(batch);
            exchanges.keep(batch);
        }
    }

    /** Writes what has come together. */
    public synchronized void flush() {
        List<Numbered> batch = new ArrayList<>();
        for (Numbered event = waiting.poll(); event != null; event = waiting.poll()) {
            batch.add(event);
        }
        if (!batch.isEmpty()) {
            work.run(() -> exchanges.keep(batch));
        }
    }
}
