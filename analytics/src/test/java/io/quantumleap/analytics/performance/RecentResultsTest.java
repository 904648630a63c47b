package io.quantumleap.analytics.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentResultsTest {

    private final RecentResults<String, String> results = new RecentResults<>(2);
    private final AtomicInteger computations = new AtomicInteger();

    private String ask(String key) {
        return results.get(key, () -> key + computations.incrementAndGet());
    }

    @Test
    void computesOnceAndForgetsWhatWasUsedLongestAgo() {
        assertThat(ask("a")).isEqualTo("a1");
        assertThat(ask("b")).isEqualTo("b2");
        assertThat(ask("a")).isEqualTo("a1");
        assertThat(ask("c")).isEqualTo("c3");
        assertThat(results.size()).isEqualTo(2);
        assertThat(ask("a")).isEqualTo("a1");
        assertThat(ask("b")).isEqualTo("b4");
    }

    @Test
    void aFailureIsNotKept() {
        assertThatThrownBy(() -> results.get("a", () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(ask("a")).isEqualTo("a1");
    }

    @Test
    void thoseWhoAskTogetherShareOneComputation() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch allAsked = new CountDownLatch(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> {
                    allAsked.countDown();
                    return results.get("k", () -> {
                        awaitUninterruptibly(allAsked);
                        return "once" + computations.incrementAndGet();
                    });
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("once1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
