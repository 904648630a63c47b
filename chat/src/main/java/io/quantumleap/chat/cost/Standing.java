package io.quantumleap.chat.cost;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a payer stands in a month.
 *
 * @param total what the month has come to
 * @param budgetOrNull the budget, or null; read it through {@link #budget()}
 */
public record Standing(MonthTotal total, @Nullable Budget budgetOrNull) {

    /** Refuses a missing total. */
    public Standing {
        Objects.requireNonNull(total, "total");
    }

    /** The budget, if there is one. */
    public Optional<Budget> budget() {
        return Optional.ofNullable(budgetOrNull);
    }
}
