package io.quantumleap.security.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.flag.port.FlagStore;
import io.quantumleap.security.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeatureFlagsTest {

    private final MovableClock clock = new MovableClock();
    private final Map<Flag, FlagState> stored = new HashMap<>();
    private final List<RuntimeException> told = new ArrayList<>();
    private boolean broken;

    private final FlagStore store = new FlagStore() {
        @Override
        public Map<Flag, FlagState> all() {
            if (broken) {
                throw new IllegalStateException("away");
            }
            return stored;
        }

        @Override
        public void put(Flag flag, FlagState state) {
            stored.put(flag, state);
        }
    };

    private final FeatureFlags flags = new FeatureFlags(store, clock, told::add);

    @Test
    void protectsUntilSomebodySaysOtherwise() {
        for (Flag flag : Flag.values()) {
            assertThat(flags.isOn(flag)).as(flag.code()).isTrue();
        }
    }

    @Test
    void seesASwitchOfAnotherInstanceWithinSeconds() {
        assertThat(flags.isOn(Flag.RATE_LIMITS)).isTrue();
        stored.put(Flag.RATE_LIMITS, new FlagState(false, 100));

        clock.pass(Duration.ofMillis(2_001));

        assertThat(flags.isOn(Flag.RATE_LIMITS)).isFalse();
    }

    @Test
    void standsAsItStoodWhileTheStoreIsAway() {
        stored.put(Flag.RATE_LIMITS, new FlagState(false, 100));
        assertThat(flags.isOn(Flag.RATE_LIMITS)).isFalse();
        broken = true;

        clock.pass(Duration.ofMinutes(1));

        assertThat(flags.isOn(Flag.RATE_LIMITS)).isFalse();
        assertThat(flags.isOn(Flag.BULKHEADS)).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void rollsOutToAShareOfPeopleThatOnlyGrows() {
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            people.add(new UserId(new UUID(7, i)));
        }
        Set<UserId> before = Set.of();
        for (int percentage : new int[] {0, 10, 50, 100}) {
            stored.put(Flag.SAMPLE_PORTFOLIO, new FlagState(true, percentage));
            clock.pass(Duration.ofSeconds(3));
            Set<UserId> with = new HashSet<>();
            people.stream()
                    .filter(person -> flags.isOn(Flag.SAMPLE_PORTFOLIO, person))
                    .forEach(with::add);

            assertThat(with).containsAll(before);
            assertThat(with.size())
                    .isBetween(
                            people.size() * Math.max(0, percentage - 4) / 100,
                            people.size() * Math.min(100, percentage + 4) / 100);
            before = with;
        }
        assertThat(before).hasSize(people.size());
    }
}
