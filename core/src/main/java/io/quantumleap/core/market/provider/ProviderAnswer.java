package io.quantumleap.core.market.provider;

import io.quantumleap.core.market.PriceBar;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider said. */
public sealed interface ProviderAnswer {

    /** Bars in date order, no day twice. */
    record Bars(List<PriceBar> bars) implements ProviderAnswer {

        /** Copies the list. */
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /** It knows no such instrument. */
    record UnknownSymbol() implements ProviderAnswer {}

    /**
     * It does not answer now, or not with anything of use. Nothing is known of the instrument that was not known before.
     *
     * @param reason one sentence for people, without any secret
     * @param pause after which to ask again, or null; read it through {@link #retryAfter()}
     */
    record Unavailable(String reason, @Nullable Duration pause) implements ProviderAnswer {

        /** Refuses a missing reason. */
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
        }

        /** When to ask again, if the provider said so. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(pause);
        }
    }
}
