package io.quantumleap.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisionTest {

    private static final RestartPace PACE = new RestartPace(
            List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4)), Duration.ofMinutes(10));

    private final FakeServer server = new FakeServer();
    private long now = Long.MAX_VALUE - 5;
    private final Supervision supervision = new Supervision(server, PACE, () -> now);

    private static final class FakeServer implements Supervision.Server {

        private boolean running = true;
        private boolean broken;
        private boolean unreadable;
        private int starts;
        private int stops;

        @Override
        public boolean isRunning() throws IOException {
            if (unreadable) {
                throw new IOException("not now");
            }
            return running;
        }

        @Override
        public void startAgain() throws IOException {
            starts++;
            if (broken) {
                throw new IOException("It cannot be.");
            }
            running = true;
        }

        @Override
        public void stop() {
            stops++;
            running = false;
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void leavesAServerThatRunsAlone() {
        supervision.look();

        assertThat(server.starts).isZero();
        assertThat(supervision.condition()).isEqualTo(ServerCondition.RUNNING);
    }

    @Test
    void startsAServerThatEndedAtOnce() {
        server.running = false;
        supervision.look();

        assertThat(server.starts).isOne();
        assertThat(supervision.condition()).isEqualTo(ServerCondition.RUNNING);
    }

    @Test
    void triesAgainWithGrowingWaitsAndThenGivesUp() {
        server.running = false;
        server.broken = true;
        supervision.look();
        supervision.look();
        assertThat(server.starts).isOne();
        assertThat(supervision.condition()).isEqualTo(ServerCondition.STARTING_AGAIN);

        pass(Duration.ofSeconds(1));
        supervision.look();
        pass(Duration.ofSeconds(3));
        supervision.look();
        assertThat(server.starts).isEqualTo(2);

        pass(Duration.ofSeconds(1));
        supervision.look();
        assertThat(server.starts).isEqualTo(3);
        assertThat(supervision.condition()).isEqualTo(ServerCondition.GIVEN_UP);

        pass(Duration.ofDays(1));
        supervision.look();
        assertThat(server.starts).isEqualTo(3);
    }

    @Test
    void givesAServerUpThatEndsAgainAndAgain() {
        for (int end = 0; end < 10; end++) {
            server.running = false;
            supervision.look();
            pass(Duration.ofMinutes(1));
            supervision.look();
        }

        assertThat(server.starts).isEqualTo(3);
        assertThat(supervision.condition()).isEqualTo(ServerCondition.GIVEN_UP);
    }

    @Test
    void forgetsTheEndsOfAServerThatHasSettled() {
        for (int end = 0; end < 10; end++) {
            server.running = false;
            supervision.look();
            pass(Duration.ofMinutes(10));
        }

        assertThat(server.starts).isEqualTo(10);
        assertThat(supervision.condition()).isEqualTo(ServerCondition.RUNNING);
    }

    @Test
    void startsNothingThatWasTakenForDeadByMistake() {
        server.unreadable = true;
        supervision.look();

        assertThat(server.starts).isZero();
    }

    @Test
    void startsNothingAfterItWasClosed() throws IOException {
        supervision.close();
        supervision.look();

        assertThat(server.stops).isOne();
        assertThat(server.starts).isZero();
        assertThat(supervision.condition()).isEqualTo(ServerCondition.STOPPED);
    }

    @Test
    void stopsWhatIsBeingStartedAgain() throws IOException {
        server.running = false;
        server.broken = true;
        supervision.look();
        supervision.close();
        pass(Duration.ofSeconds(1));
        supervision.look();

        assertThat(server.starts).isOne();
        assertThat(server.stops).isOne();
    }
}
