package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is left of one purchase.
 *
 * @param symbol the instrument
 * @param opened the day of the purchase
 * @param quantity what is left, counted in today's shares: splits scale it
 * @param cost what that part cost, its share of the fee included, in the currency it was paid in
 */
public record Lot(Symbol symbol, LocalDate opened, Quantity quantity, Money cost) {

    /** Refuses missing parts. */
    public Lot {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(opened, "opened");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(cost, "cost");
    }

    /** The cost of one unit, to 34 digits. */
    public Money unitCost() {
        BigDecimal each =
                quantity.isZero() ? BigDecimal.ZERO : cost.amount().divide(quantity.value(), MathContext.DECIMAL128);
        return new Money(each, cost.currency());
    }
}
