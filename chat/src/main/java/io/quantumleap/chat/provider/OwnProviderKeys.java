package io.quantumleap.chat.provider;

import io.quantumleap.chat.provider.port.ModelProvider;
import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that a user brings. Once stored they are used and never shown. Safe for use by many threads. */
public final class OwnProviderKeys {

    private final List<ModelProvider> providers;
    private final ProviderKeys keys;
    private final UnitOfWork work;
    private final Clock clock;

    /** Works on these ports. */
    public OwnProviderKeys(List<ModelProvider> providers, ProviderKeys keys, UnitOfWork work, Clock clock) {
        this.providers = List.copyOf(providers);
        this.keys = Objects.requireNonNull(keys, "keys");
        this.work = Objects.requireNonNull(work, "work");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A provider as a user sees it.
     *
     * @param id its name
     * @param model the model that is asked
     * @param open whether the installation has access of its own
     * @param since since when the user has a key for it, or null; read it through {@link #ownKeySince()}
     */
    public record Status(
            String id, String model, boolean open, @Nullable Instant since) {

        /** Since when the user has a key for it. */
        public Optional<Instant> ownKeySince() {
            return Optional.ofNullable(since);
        }

        /** Whether the user's questions can go there. */
        public boolean usable() {
            return open || since != null;
        }
    }

    /** The providers of the installation, in its order. */
    public List<Status> list(UserId user) {
        Map<String, Instant> since = keys.since(user);
        return providers.stream()
                .map(one -> new Status(one.id(), one.model(), one.isOpen(), since.get(one.id())))
                .toList();
    }

    /**
     * Stores a key.
     *
     * @throws MissingObjectException if the installation has no such provider
     */
    public Status bring(UserId user, String provider, ProviderKey key) {
        requireKnown(provider);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        work.run(() -> keys.put(user, provider, key, now));
        return list(user).stream()
                .filter(status -> status.id().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Forgets a key.
     *
     * @throws MissingObjectException if there is no such provider or no key
     */
    public void forget(UserId user, String provider) {
        requireKnown(provider);
        if (!work.run(() -> keys.remove(user, provider))) {
            throw new MissingObjectException("You have no key for this provider.");
        }
    }

    private void requireKnown(String provider) {
        if (providers.stream().noneMatch(one -> one.id().equals(provider))) {
            throw new MissingObjectException("This installation has no such provider.");
        }
    }
}
