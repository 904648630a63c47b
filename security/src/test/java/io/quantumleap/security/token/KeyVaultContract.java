package io.quantumleap.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.token.port.KeyVault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every vault promises. */
public abstract class KeyVaultContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** An empty vault. */
    protected abstract KeyVault vault();

    /** The unit of work that it stands on. */
    protected abstract UnitOfWork work();

    @Test
    void givesBackWhatItKeeps() {
        KeyVault vault = vault();
        RingKey key = new RingKey(SigningKey.generate(), NOON);
        RingKey other = new RingKey(SigningKey.generate(), NOON.plusSeconds(30));

        work().run(() -> {
            vault.lock();
            vault.add(key);
            vault.add(other);
        });

        assertThat(vault.all()).containsExactlyInAnyOrder(key, other);
    }

    @Test
    void forgetsWhatIsRemoved() {
        KeyVault vault = vault();
        RingKey key = new RingKey(SigningKey.generate(), NOON);
        vault.add(key);

        vault.remove("another");
        assertThat(vault.all()).containsExactly(key);

        vault.remove(key.key().id());
        assertThat(vault.all()).isEmpty();
    }
}
