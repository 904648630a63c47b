package io.quantumleap.adapters.rest.portfolio.preset;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of a trade as a broker prints it. What was paid is exact, but a fund that was bought for a round sum is printed with three digits
 * of units, and an average price with two to four: their product misses the money by more than a cent. The price that the money comes to is
 * then the better one. A price of another scale, such as that of a bond or an option, is none that rounding explains.
 *
 * @param quantity the units, greater than zero
 * @param gross the money before fees
 */
record QuotedPrice(BigDecimal quantity, BigDecimal gross) {

    private static final int DIGITS = 10;
    private static final int FEWEST_DECIMALS = 2;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The price that the money comes to. */
    BigDecimal ofTheMoney() {
        return gross.divide(quantity, DIGITS, RoundingMode.HALF_EVEN);
    }

    /** The printed price, or the one that the money comes to where the difference is what printing has rounded off. */
    BigDecimal printed(BigDecimal price) {
        BigDecimal missed = quantity.multiply(price).subtract(gross).abs();
        boolean isExplained = missed.compareTo(CENT) >= 0 && missed.compareTo(CENT.add(roundedOff(price))) <= 0;
        return isExplained ? ofTheMoney() : price;
    }

    /** Whole units are exact; prices are taken to have two decimals where a file leaves zeros away. */
    private BigDecimal roundedOff(BigDecimal price) {
        BigDecimal ofUnits = quantity.scale() > 0 ? halfOfTheLastDigit(quantity.scale()) : BigDecimal.ZERO;
        BigDecimal ofPrice = halfOfTheLastDigit(Math.max(price.scale(), FEWEST_DECIMALS));
        return ofUnits.multiply(price).add(ofPrice.multiply(quantity));
    }

    private static BigDecimal halfOfTheLastDigit(int scale) {
        return HALF.movePointLeft(scale);
    }
}
