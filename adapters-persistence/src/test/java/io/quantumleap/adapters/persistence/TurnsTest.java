package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Turns turns = new Turns();

    @Test
    void letsOneAtATimeWorkOnAThingAndOthersOnOthers() throws Exception {
        assertThat(turns.take("one", LONG)).isTrue();
        assertThat(turns.take("one", Duration.ZERO)).isFalse();
        assertThat(turns.take("other", Duration.ZERO)).isTrue();

        turns.giveBack("one");
        assertThat(turns.take("one", Duration.ZERO)).isTrue();
    }

    @Test
    void losesNoCountWhenManyWantTheSame() throws Exception {
        List<Integer> done = new ArrayList<>();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < 8; worker++) {
            workers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 500; i++) {
                    work(done, i);
                }
            }));
        }
        for (CompletableFuture<Void> worker : workers) {
            worker.get();
        }

        assertThat(done).hasSize(4_000);
        assertThat(turns.size())
                .as("nothing is remembered of what nobody wants")
                .isZero();
    }

    /** The list would lose entries if two worked on it at once. */
    private void work(List<Integer> done, int entry) {
        try {
            assertThat(turns.take("list", LONG)).isTrue();
            done.add(entry);
            turns.giveBack("list");
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void forgetsWhoGaveUpWaiting() throws Exception {
        assertThat(turns.take("one", LONG)).isTrue();
        assertThat(turns.take("one", Duration.ofMillis(1))).isFalse();
        turns.giveBack("one");

        assertThat(turns.size()).isZero();
    }
}
