package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal numbers as text: plain digits without trailing zeros, and no more of them than anyone typed in. */
public final class Decimals {

    private static final int MOST_DECIMALS = 10;

    private Decimals() {}

    /** What was recorded: with the digits of its currency, and with more where there are more. */
    static String recorded(Money money) {
        boolean isExact = money.amount().scale() <= Currencies.digits(money.currency());
        return isExact ? money.toPlainString() : money.amount().toPlainString();
    }

    /** The text of a number, rounded half-even to ten decimals. */
    public static String text(BigDecimal number) {
        BigDecimal rounded =
                number.scale() > MOST_DECIMALS ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : number;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.toPlainString();
    }
}
