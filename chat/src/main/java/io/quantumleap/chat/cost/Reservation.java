package io.quantumleap.chat.cost;

import io.quantumleap.chat.model.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is set aside for a call before it is made.
 *
 * @param call the call
 * @param worstCase the tokens that it can cost at most
 * @param amountOrNull what they cost, or null when the price is unknown; read it through {@link #amount()}
 * @param expiresAt when the call counts as lost
 */
public record Reservation(
        ModelCall call, TokenUsage worstCase, @Nullable BigDecimal amountOrNull, Instant expiresAt) {

    /** Refuses missing parts. */
    public Reservation {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(worstCase, "worstCase");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** What the tokens cost, when the price is known. */
    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(amountOrNull);
    }
}
