package io.quantumleap.chat.provider;

import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Keys kept in memory. */
public final class FakeProviderKeys implements ProviderKeys {

    private record Place(UserId user, String provider) {}

    private record Kept(ProviderKey key, Instant since) {}

    private final Map<Place, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<ProviderKey> find(UserId user, String provider) {
        return Optional.ofNullable(kept.get(new Place(user, provider))).map(Kept::key);
    }

    @Override
    public Map<String, Instant> since(UserId user) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().user().equals(user))
                .collect(Collectors.toMap(entry -> entry.getKey().provider(), entry -> entry.getValue()
                        .since()));
    }

    @Override
    public void put(UserId user, String provider, ProviderKey key, Instant at) {
        kept.put(new Place(user, provider), new Kept(key, at));
    }

    @Override
    public boolean remove(UserId user, String provider) {
        return kept.remove(new Place(user, provider)) != null;
    }
}
