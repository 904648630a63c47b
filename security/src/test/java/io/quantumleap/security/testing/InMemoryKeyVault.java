package io.quantumleap.security.testing;

import io.quantumleap.security.token.RingKey;
import io.quantumleap.security.token.port.KeyVault;
import java.util.ArrayList;
import java.util.List;

/** Signing keys in a list. */
public final class InMemoryKeyVault implements KeyVault {

    private final List<RingKey> keys = new ArrayList<>();

    @Override
    public void lock() {
        // One thread at a time uses it.
    }

    @Override
    public List<RingKey> all() {
        return List.copyOf(keys);
    }

    @Override
    public void add(RingKey key) {
        keys.add(key);
    }

    @Override
    public void remove(String id) {
        keys.removeIf(key -> key.key().id().equals(id));
    }
}
