package io.quantumleap.app.wiring;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the assistant. They are few, because they only run tools and write; nobody waits for a model in them.
 *
 * @param workers runs what blocks
 * @param receivers are called when a provider sends something; they never wait
 * @param timer says when a heartbeat is due
 */
record ChatThreads(ExecutorService workers, ExecutorService receivers, ScheduledExecutorService timer) {

    private static final int WORKERS = 16;
    private static final int RECEIVERS = 4;
    private static final int WAITING = 10_000;

    static ChatThreads start() {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), threads("assistant"));
        workers.allowCoreThreadTimeOut(true);
        return new ChatThreads(
                workers,
                Executors.newFixedThreadPool(RECEIVERS, threads("assistant-receiver")),
                Executors.newSingleThreadScheduledExecutor(threads("assistant-heartbeat")));
    }

    /** The class loader is the application's, as on the server's own threads. */
    private static ThreadFactory threads(String name) {
        ClassLoader loader = ChatThreads.class.getClassLoader();
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    void stop() {
        timer.shutdownNow();
        workers.shutdownNow();
        receivers.shutdownNow();
    }
}
