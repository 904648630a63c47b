package io.quantumleap.adapters.rest.cost;

import io.quantumleap.chat.cost.Budget;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A monthly budget as it is stored; every field is null where there is none. */
public record BudgetSettingsJson(
        @Nullable CostJson monthlyBudget,
        @Nullable ThresholdsJson alertThresholds,
        @Nullable Boolean autoStopEnabled) {

    /** Percentages of the budget. */
    public record ThresholdsJson(BigDecimal warning, BigDecimal critical) {}

    static BudgetSettingsJson of(Optional<Budget> budget) {
        return budget.map(set -> new BudgetSettingsJson(
                        CostJson.of(set.monthly().amount(), set.monthly().currency()),
                        new ThresholdsJson(set.warning(), set.critical()),
                        set.autoStop()))
                .orElseGet(() -> new BudgetSettingsJson(null, null, null));
    }
}
