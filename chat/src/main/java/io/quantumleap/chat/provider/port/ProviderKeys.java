package io.quantumleap.chat.provider.port;

import io.quantumleap.chat.provider.ProviderKey;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The keys that users brought, encrypted at rest. Safe for use by many threads. */
public interface ProviderKeys {

    /** The user's key for a provider. */
    Optional<ProviderKey> find(UserId user, String provider);

    /** Since when the user has a key for each provider. */
    Map<String, Instant> since(UserId user);

    /** Stores a key in place of the one before. */
    void put(UserId user, String provider, ProviderKey key, Instant at);

    /**
     * Forgets a key for good.
     *
     * @return false if there was none
     */
    boolean remove(UserId user, String provider);
}
