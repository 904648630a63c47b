package io.quantumleap.core.history;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What is left of a purchase or a short sale.
 *
 * @param symbol the instrument
 * @param opened the day on which it came in
 * @param acquired the day of the purchase
 * @param quantity what is left
 * @param cost what that cost, to a hundred digits
 * @param currency of the cost
 * @param owed whether it was sold short
 * @param name the external id of what opened it, or an empty text
 */
public record ExactLot(
        String symbol,
        LocalDate opened,
        LocalDate acquired,
        BigDecimal quantity,
        BigDecimal cost,
        String currency,
        boolean owed,
        String name) {

    /** Digits that leave every cent of the longest history beyond doubt. */
    static final MathContext DIGITS = new MathContext(100);

    private static final int SURE_DECIMALS = 40;

    ExactLot part(BigDecimal some) {
        return with(some, cost.multiply(some).divide(quantity, DIGITS));
    }

    ExactLot with(BigDecimal newQuantity, BigDecimal newCost) {
        return new ExactLot(symbol, opened, acquired, newQuantity, newCost, currency, owed, name);
    }

    ExactLot as(String other, BigDecimal newQuantity, BigDecimal newCost) {
        return new ExactLot(other, opened, acquired, newQuantity, newCost, currency, owed, name);
    }

    BigDecimal unitCost() {
        return cost.divide(quantity, DIGITS);
    }

    boolean isNamed(String lot) {
        return name.equals(lot) || acquired.toString().equals(lot);
    }

    /** Rounded half-even; what a hundred digits miss of exactly a half does not decide. */
    public static BigDecimal rounded(BigDecimal number, int digits) {
        return number.setScale(SURE_DECIMALS, RoundingMode.HALF_EVEN).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
