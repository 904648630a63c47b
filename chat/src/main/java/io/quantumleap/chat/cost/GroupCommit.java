package io.quantumleap.chat.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: what several threads want written at the same time is written in one transaction, since the waiting for the disk
 * is what a transaction costs most, and all of these would wait for the same locked row one after the other. A thread returns
 * when its own item is committed. Safe for use by many threads.
 *
 * @param <T> what is written
 */
final class GroupCommit<T> {

    private static final int MOST_TOGETHER = 64;

    private final Consumer<List<T>> commit;
    private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /** @param commit writes all of a list in one transaction, or nothing and throws */
    GroupCommit(Consumer<List<T>> commit) {
        this.commit = commit;
    }

    private static final class Entry<T> {
        private final T item;
        private boolean done;
        private @Nullable RuntimeException failure;

        Entry(T item) {
            this.item = item;
        }
    }

    /** Has the item written, together with what others want written now; throws what its writing threw. */
    void write(T item) {
        Entry<T> mine = new Entry<>(item);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.done) {
                writeNext();
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private void writeNext() {
        List<Entry<T>> group = new ArrayList<>();
        for (Entry<T> next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
            if (group.size() == MOST_TOGETHER) {
                break;
            }
        }
        if (!succeeds(group)) {
            // One that cannot be written takes nothing from the others.
            group.forEach(entry -> succeeds(List.of(entry)));
        }
        group.forEach(entry -> entry.done = true);
    }

    private boolean succeeds(List<Entry<T>> group) {
        try {
            commit.accept(group.stream().map(entry -> entry.item).toList());
            group.forEach(entry -> entry.failure = null);
            return true;
        } catch (RuntimeException failure) {
            group.forEach(entry -> entry.failure = failure);
            return false;
        }
    }
}
