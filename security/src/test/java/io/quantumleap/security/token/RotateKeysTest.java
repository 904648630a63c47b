package io.quantumleap.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantumleap.security.testing.DirectWork;
import io.quantumleap.security.testing.InMemoryKeyVault;
import io.quantumleap.security.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RotateKeysTest {

    private static final Duration OVERLAP = Duration.ofMinutes(61);
    private static final Duration EVERY = Duration.ofDays(30);

    private final MovableClock clock = new MovableClock();
    private final InMemoryKeyVault vault = new InMemoryKeyVault();
    private final SigningKeys here = new SigningKeys(vault, OVERLAP, clock);
    private final SigningKeys elsewhere = new SigningKeys(vault, OVERLAP, clock);
    private final RotateKeys rotate = new RotateKeys(vault, here, new DirectWork(), EVERY, clock);

    @Test
    void cannotSignBeforeThereIsAKey() {
        assertThatIllegalStateException().isThrownBy(here::active);
    }

    @Test
    void makesOneFirstKeyHoweverOftenItIsAsked() {
        rotate.prepare();
        SigningKey first = here.active();
        rotate.prepare();

        assertThat(here.active()).isEqualTo(first);
        assertThat(here.accepted()).containsExactly(first);
    }

    @Test
    void publishesANewKeyOnEveryInstanceBeforeItSigns() {
        rotate.prepare();
        SigningKey old = here.active();
        assertThat(elsewhere.active()).isEqualTo(old);

        SigningKey next = rotate.rotate().key();
        assertThat(here.active()).isEqualTo(old);
        assertThat(here.accepted()).containsExactly(old, next);

        clock.pass(SigningKeys.REMEMBERED);
        assertThat(elsewhere.active()).isEqualTo(old);
        assertThat(elsewhere.accepts(next.id())).isTrue();

        clock.pass(RotateKeys.LEAD);
        assertThat(here.active()).isEqualTo(next);
        assertThat(elsewhere.active()).isEqualTo(next);
    }

    @Test
    void acceptsTheOldKeyUntilItsLastTokenHasExpired() {
        rotate.prepare();
        SigningKey old = here.active();
        rotate.rotate();

        clock.pass(RotateKeys.LEAD.plus(OVERLAP).minusSeconds(1));
        assertThat(here.accepts(old.id())).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(here.accepts(old.id())).isFalse();

        rotate.rotateIfDue();
        assertThat(vault.all()).hasSize(1);
    }

    @Test
    void makesOneKeyForTwoWhoAskAtOnce() {
        rotate.prepare();

        assertThat(rotate.rotate()).isEqualTo(rotate.rotate());
        assertThat(vault.all()).hasSize(2);
    }

    @Test
    void rotatesByItselfWhenTheKeyIsOld() {
        rotate.prepare();
        SigningKey old = here.active();

        clock.pass(EVERY.minusSeconds(1));
        rotate.rotateIfDue();
        assertThat(vault.all()).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        rotate.rotateIfDue();
        rotate.rotateIfDue();
        assertThat(vault.all()).hasSize(2);
        clock.pass(RotateKeys.LEAD);
        assertThat(here.active()).isNotEqualTo(old);
    }

    @Test
    void replacesAllAtOnceWhenAKeyMayBeKnownToOthers() {
        rotate.prepare();
        SigningKey known = here.active();
        rotate.rotate();

        SigningKey fresh = rotate.replaceAll().key();

        assertThat(here.active()).isEqualTo(fresh);
        assertThat(here.accepted()).containsExactly(fresh);
        clock.pass(SigningKeys.REMEMBERED);
        assertThat(elsewhere.accepts(known.id())).isFalse();
    }
}
