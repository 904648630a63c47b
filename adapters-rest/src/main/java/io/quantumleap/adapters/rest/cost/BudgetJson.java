package io.quantumleap.adapters.rest.cost;

import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.chat.cost.Budget;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A monthly budget to be set.
 *
 * @param monthlyBudget the amount
 * @param alertThresholds from which percentages on there is a warning; 80 and 95 when left out
 * @param autoStopEnabled whether calls that would go beyond it are not made; true when left out
 */
public record BudgetJson(
        @NotNull @Valid AmountJson monthlyBudget,
        @Valid @Nullable ThresholdsJson alertThresholds,
        @Nullable Boolean autoStopEnabled) {

    private static final ThresholdsJson USUAL = new ThresholdsJson(BigDecimal.valueOf(80), BigDecimal.valueOf(95));

    /** Money on the way in. */
    public record AmountJson(
            @NotNull @Pattern(regexp = "\\d{1,12}(\\.\\d{1,6})?", message = "must be a decimal of zero or more")
            String amount,

            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
            String currency) {}

    /** Percentages of the budget. */
    public record ThresholdsJson(
            @NotNull BigDecimal warning, @NotNull BigDecimal critical) {}

    /** The budget that is meant. */
    Budget budget() {
        ThresholdsJson thresholds = alertThresholds == null ? USUAL : alertThresholds;
        Money money = checked("monthly_budget", () -> Money.of(monthlyBudget.amount(), monthlyBudget.currency()));
        return checked(
                "alert_thresholds",
                () -> new Budget(
                        money, thresholds.warning(), thresholds.critical(), !Boolean.FALSE.equals(autoStopEnabled)));
    }

    private static <T> T checked(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException refused) {
            String sentence = String.valueOf(refused.getMessage());
            throw Problem.of(ProblemType.INVALID_REQUEST, sentence)
                    .withError(field, "invalid", sentence)
                    .asException();
        }
    }
}
