package io.quantumleap.adapters.rest.cost;

import io.quantumleap.chat.provider.OwnProviderKeys;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A provider of language models as a user sees it. */
public record ProviderJson(
        String provider,
        String model,
        boolean usable,
        boolean installationKey,
        boolean ownKey,
        @Nullable String ownKeySince) {

    static ProviderJson of(OwnProviderKeys.Status status) {
        return new ProviderJson(
                status.id(),
                status.model(),
                status.usable(),
                status.open(),
                status.ownKeySince().isPresent(),
                status.ownKeySince().map(Instant::toString).orElse(null));
    }
}
