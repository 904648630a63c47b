package io.quantumleap.chat.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of brought keys must do. */
public abstract class ProviderKeysContract {

    private static final Instant NOON = Instant.parse("2031-03-10T12:00:00Z");
    private static final ProviderKey KEY = new ProviderKey("sk-first-key");

    private final UserId user = new UserId(UUID.randomUUID());

    /** The store under test. */
    protected abstract ProviderKeys keys();

    /** The unit of work that it writes in. */
    protected abstract UnitOfWork unitOfWork();

    @Test
    void givesAKeyToItsOwnerAlone() {
        put(user, KEY);
        assertThat(keys().find(user, "openai")).contains(KEY);
        assertThat(keys().find(user, "gemini")).isEmpty();
        assertThat(keys().find(new UserId(UUID.randomUUID()), "openai")).isEmpty();
        assertThat(keys().since(user)).isEqualTo(Map.of("openai", NOON));
        assertThat(keys().since(new UserId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void putsAKeyInPlaceOfTheOneBefore() {
        put(user, KEY);
        put(user, new ProviderKey("sk-second-key"));
        assertThat(keys().find(user, "openai")).contains(new ProviderKey("sk-second-key"));
    }

    @Test
    void forgetsAKey() {
        put(user, KEY);
        boolean removed = unitOfWork().run(() -> keys().remove(user, "openai"));
        boolean again = unitOfWork().run(() -> keys().remove(user, "openai"));
        assertThat(removed).isTrue();
        assertThat(again).isFalse();
        assertThat(keys().find(user, "openai")).isEmpty();
    }

    @Test
    void doesNotShowAKey() {
        assertThat(KEY.toString()).doesNotContain("first");
    }

    private void put(UserId owner, ProviderKey key) {
        unitOfWork().run(() -> keys().put(owner, "openai", key, NOON));
    }
}
