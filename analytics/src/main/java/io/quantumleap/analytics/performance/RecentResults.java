package io.quantumleap.analytics.performance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Keeps the results that were used last, and lets those who ask for the same one at the same time wait for one computation.
 * A computation that fails is not kept. Safe for use by many threads.
 *
 * @param <K> everything that the result depends on, its owner included
 * @param <V> the result, immutable
 */
final class RecentResults<K, V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final Map<K, CompletableFuture<V>> kept;

    RecentResults(int capacity) {
        this.kept = new LinkedHashMap<>(capacity, LOAD_FACTOR, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    V get(K key, Supplier<V> computation) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> known;
        synchronized (kept) {
            known = kept.putIfAbsent(key, mine);
        }
        if (known != null) {
            return await(known, computation);
        }
        try {
            V result = computation.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error failed) {
            synchronized (kept) {
                kept.remove(key, mine);
            }
            mine.completeExceptionally(failed);
            throw failed;
        }
    }

    /** If the one who computes fails, whoever waited computes alone and meets the failure, if it is still there, itself. */
    private static <V> V await(CompletableFuture<V> known, Supplier<V> computation) {
        try {
            return known.join();
        } catch (CompletionException failedElsewhere) {
            return computation.get();
        }
    }

    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }
}
