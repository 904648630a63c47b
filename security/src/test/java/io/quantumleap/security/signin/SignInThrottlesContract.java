package io.quantumleap.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.signin.port.SignInThrottles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of attempt counts must do. */
public abstract class SignInThrottlesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

    private SignInThrottles throttles;
    private UnitOfWork work;

    /** The empty keeper under test. */
    protected abstract SignInThrottles throttles();

    /** Its unit of work. */
    protected abstract UnitOfWork work();

    @BeforeEach
    void open() {
        throttles = throttles();
        work = work();
    }

    private ThrottleState state(String key) {
        return work.run(() -> throttles.lock(new ThrottleKey(key)));
    }

    private void put(String key, ThrottleState state) {
        work.run(() -> {
            throttles.lock(new ThrottleKey(key));
            throttles.put(new ThrottleKey(key), state);
        });
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(state("pair:x")).isEqualTo(ThrottleState.FRESH);
        assertThat(state("pair:x")).isEqualTo(ThrottleState.FRESH);
    }

    @Test
    void keepsEveryPartOfAState() {
        ThrottleState full = new ThrottleState(7, NOW, NOW.plusSeconds(30), NOW.minusSeconds(5));
        put("pair:x", full);
        assertThat(state("pair:x")).isEqualTo(full);

        ThrottleState bare = new ThrottleState(1, NOW, null, null);
        put("pair:x", bare);
        assertThat(state("pair:x")).isEqualTo(bare);
        assertThat(state("pair:y")).isEqualTo(ThrottleState.FRESH);
    }

    @Test
    void forgetsWhatIsOldUnlessItRemembersASuccess() {
        put("a", new ThrottleState(1, NOW, null, null));
        put("b", new ThrottleState(1, NOW, null, NOW));
        put("c", new ThrottleState(1, NOW.plusSeconds(10), null, null));

        work.run(() -> throttles.forget(NOW.plusSeconds(1), NOW));
        assertThat(state("a")).isEqualTo(ThrottleState.FRESH);
        assertThat(state("b").failures()).isOne();
        assertThat(state("c").failures()).isOne();

        work.run(() -> throttles.forget(NOW.plusSeconds(1), NOW.plusSeconds(1)));
        assertThat(state("b")).isEqualTo(ThrottleState.FRESH);
    }

    @Test
    void countsAttemptsAtTheSameMomentOneAfterAnother() {
        AttemptThrottle throttle = new AttemptThrottle(throttles, work, Clock.fixed(NOW, ZoneOffset.UTC));
        ClientAddress place = ClientAddress.of("192.0.2.1");

        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> throttle.admit("anna", place).isEmpty()))
                .toList();

        assertThat(attempts.stream().filter(CompletableFuture::join).count()).isEqualTo(5);
        assertThat(throttle.admit("anna", place)).contains(Duration.ofSeconds(30));
    }
}
