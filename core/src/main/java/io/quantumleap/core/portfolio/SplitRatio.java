package io.quantumleap.core.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How many new shares each old share becomes, as an exact fraction: one for three is a third, however many digits of
 * 0.333333 a file has room for.
 */
public record SplitRatio(BigDecimal newShares, BigDecimal oldShares) {

    /** From this many decimals on a ratio is taken for a rounded fraction. */
    private static final int ROUNDED_FROM_DECIMALS = 6;

    private static final int BIGGEST_DENOMINATOR = 100;

    /** Fractions of a share that a split leaves are kept to so many digits. */
    private static final int QUANTITY_DIGITS = 10;

    /** Refuses missing parts. */
    public SplitRatio {
        Objects.requireNonNull(newShares, "newShares");
        Objects.requireNonNull(oldShares, "oldShares");
    }

    /**
     * Reads a decimal ratio. One with six decimals or more is read as the fraction with the smallest denominator up to
     * 100 that rounds to it, if there is one.
     */
    public static SplitRatio of(Quantity decimal) {
        BigDecimal ratio = decimal.value();
        if (ratio.scale() >= ROUNDED_FROM_DECIMALS) {
            for (int denominator = 3; denominator <= BIGGEST_DENOMINATOR; denominator++) {
                BigDecimal oldShares = BigDecimal.valueOf(denominator);
                BigDecimal newShares = ratio.multiply(oldShares).setScale(0, RoundingMode.HALF_EVEN);
                BigDecimal fraction = newShares.divide(oldShares, MathContext.DECIMAL128);
                if (newShares.signum() > 0
                        && (fraction.setScale(ratio.scale(), RoundingMode.HALF_UP)
                                                .compareTo(ratio)
                                        == 0
                                || fraction.setScale(ratio.scale(), RoundingMode.DOWN)
                                                .compareTo(ratio)
                                        == 0)) {
                    return new SplitRatio(newShares, oldShares);
                }
            }
        }
        return new SplitRatio(ratio, BigDecimal.ONE);
    }

    /** What so many old shares become, to ten decimals, which is what a sale of all of them can name. */
    public Quantity scale(Quantity oldQuantity) {
        BigDecimal scaled = oldQuantity.value().multiply(newShares);
        return new Quantity(scaled.divide(oldShares, QUANTITY_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** What the price of an old share means for a new one. */
    public BigDecimal scalePrice(BigDecimal oldPrice) {
        return oldPrice.multiply(oldShares).divide(newShares, MathContext.DECIMAL128);
    }
}
