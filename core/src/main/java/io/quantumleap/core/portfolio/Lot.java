package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one purchase, or of one short sale.
 *
 * @param symbol the instrument
 * @param opened the day on which it came into the portfolio
 * @param acquired the day of the purchase, which is earlier for what was transferred in; holding periods count from it
 * @param paid the day on which its cost was paid, whose exchange rate counts: that of the purchase, or for what was
 *     transferred in without its old cost, and is taken to have cost what it was worth, that of the transfer
 * @param quantity what is left, counted in today's shares: splits scale it
 * @param cost what that part cost, its share of the fee included, in the currency it was paid in; of a short sale what it
 *     brought, less its share of the fee
 * @param isShort whether it is owed, not owned
 * @param nameOrNull the external id of the transaction that opened it; read it through {@link #name()}
 */
public record Lot(
        Symbol symbol,
        LocalDate opened,
        LocalDate acquired,
        LocalDate paid,
        Quantity quantity,
        Money cost,
        boolean isShort,
        @Nullable ExternalId nameOrNull) {

    /** Refuses missing parts. */
    public Lot {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(opened, "opened");
        Objects.requireNonNull(acquired, "acquired");
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(cost, "cost");
    }

    /** A nameless lot of a purchase on the day on which it came in. */
    public Lot(Symbol symbol, LocalDate opened, Quantity quantity, Money cost) {
        this(symbol, opened, opened, opened, quantity, cost, false, null);
    }

    /** The external id of the transaction that opened it, if it has one. */
    public Optional<ExternalId> name() {
        return Optional.ofNullable(nameOrNull);
    }

    /** The cost of one unit, to 34 digits. */
    public Money unitCost() {
        BigDecimal each =
                quantity.isZero() ? BigDecimal.ZERO : cost.amount().divide(quantity.value(), MathContext.DECIMAL128);
        return new Money(each, cost.currency());
    }

    /** The same lot with another quantity and cost. */
    Lot with(Quantity newQuantity, Money newCost) {
        return new Lot(symbol, opened, acquired, paid, newQuantity, newCost, isShort, nameOrNull);
    }

    /** The same lot as one of another instrument. */
    Lot as(Symbol other, Quantity newQuantity, Money newCost) {
        return new Lot(other, opened, acquired, paid, newQuantity, newCost, isShort, nameOrNull);
    }

    /** A share of the cost, rounded to 34 digits: whoever keeps the rest takes it off the whole, so that nothing gets lost. */
    Money shareOfCost(BigDecimal numerator, BigDecimal denominator) {
        return share(cost, numerator, denominator);
    }

    static Money share(Money whole, BigDecimal numerator, BigDecimal denominator) {
        if (numerator.compareTo(denominator) == 0) {
            return whole;
        }
        return new Money(
                whole.amount().multiply(numerator).divide(denominator, MathContext.DECIMAL128), whole.currency());
    }
}
