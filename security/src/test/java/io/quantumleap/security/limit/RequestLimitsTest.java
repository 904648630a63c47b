package io.quantumleap.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantumleap.security.testing.InMemoryBuckets;
import io.quantumleap.security.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

    private static final Allowance THOUSAND = new Allowance(1_000, Duration.ofMinutes(1));
    private static final LimitKey KEY = LimitKey.of("read", "192.0.2.7");

    private final MovableClock clock = new MovableClock();
    private final InMemoryBuckets shared = new InMemoryBuckets();
    private final RequestLimits here = new RequestLimits(shared, clock);
    private final RequestLimits there = new RequestLimits(shared, clock);

    @Test
    void letsTheWholeAllowanceThroughAndNoMore() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(here.take(KEY, THOUSAND).allowed()).isTrue();
        }
        LimitDecision refused = here.take(KEY, THOUSAND);

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void asksTheSharedBucketOnceForEachHundredthOfTheAllowance() {
        for (int i = 0; i < 1_000; i++) {
            here.take(KEY, THOUSAND);
        }

        assertThat(shared.draws()).isEqualTo(100);
    }

    @Test
    void doesNotAskAgainBeforeThereCanBeMore() {
        for (int i = 0; i < 1_001; i++) {
            here.take(KEY, THOUSAND);
        }
        int before = shared.draws();

        for (int i = 0; i < 100; i++) {
            assertThat(here.take(KEY, THOUSAND).allowed()).isFalse();
        }
        assertThat(shared.draws()).isEqualTo(before);

        clock.pass(Duration.ofMillis(600));
        assertThat(here.take(KEY, THOUSAND).allowed()).isTrue();
    }

    @Test
    void neverRefusesWhoAsksSlowly() {
        Allowance thousandAnHour = new Allowance(1_000, Duration.ofHours(1));
        for (int i = 0; i < 3_000; i++) {
            assertThat(here.take(KEY, thousandAnHour).allowed())
                    .as("request %d", i)
                    .isTrue();
            clock.pass(Duration.ofSeconds(6));
        }
    }

    @Test
    void sharesTheAllowanceBetweenInstances() {
        int allowed = 0;
        for (int i = 0; i < 2_000; i++) {
            allowed += (i % 2 == 0 ? here : there).take(KEY, THOUSAND).allowed() ? 1 : 0;
        }

        assertThat(allowed).isEqualTo(1_000);
    }

    @Test
    void keepsPeopleAndClassesApart() {
        Allowance one = new Allowance(1, Duration.ofMinutes(1));

        assertThat(here.take(LimitKey.of("read", "192.0.2.7"), one).allowed()).isTrue();
        assertThat(here.take(LimitKey.of("write", "192.0.2.7"), one).allowed()).isTrue();
        assertThat(here.take(LimitKey.of("read", "192.0.2.8"), one).allowed()).isTrue();
        assertThat(here.take(LimitKey.of("read", "192.0.2.7"), one).allowed()).isFalse();
    }

    @Test
    void readsAnAllowanceAsOperatorsWriteIt() {
        assertThat(Allowance.parse("600/PT1M")).isEqualTo(new Allowance(600, Duration.ofMinutes(1)));
        for (String odd : new String[] {"", "600", "0/PT1M", "-1/PT1M", "600/PT0S", "600/minute", "x/PT1M"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Allowance.parse(odd))
                    .withMessageContaining("600/PT1M");
        }
    }
}
