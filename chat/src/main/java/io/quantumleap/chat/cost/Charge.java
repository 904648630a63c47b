package io.quantumleap.chat.cost;

import io.quantumleap.chat.model.TokenUsage;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call came to.
 *
 * @param usage its tokens
 * @param amount what they cost, or null when the price is unknown; read it through {@link #cost()}
 * @param estimated whether the tokens were estimated, because the provider did not count them
 */
public record Charge(TokenUsage usage, @Nullable BigDecimal amount, boolean estimated) {

    /** Nothing: the provider refused the call. */
    public static final Charge NOTHING = new Charge(TokenUsage.NONE, BigDecimal.ZERO, false);

    /** Refuses missing tokens. */
    public Charge {
        Objects.requireNonNull(usage, "usage");
    }

    /** What they cost, when the price is known. */
    public Optional<BigDecimal> cost() {
        return Optional.ofNullable(amount);
    }
}
