package io.quantumleap.chat.cost;

import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Settled calls that have all of this in common, added up.
 *
 * @param day in UTC
 * @param user on whose account
 * @param conversation the conversation, or null where there was none
 * @param task what for
 * @param provider who was asked
 * @param model which model
 * @param requests how many calls
 * @param input tokens read
 * @param output tokens written
 * @param cost what those of known price cost together
 * @param unpriced how many calls had no known price
 * @param estimated how many calls had their tokens estimated
 */
public record SpendingRow(
        LocalDate day,
        UserId user,
        @Nullable UUID conversation,
        ModelTask task,
        String provider,
        String model,
        long requests,
        long input,
        long output,
        BigDecimal cost,
        long unpriced,
        long estimated) {

    /** All tokens. */
    public long tokens() {
        return input + output;
    }
}
