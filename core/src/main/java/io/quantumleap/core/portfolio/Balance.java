package io.quantumleap.core.portfolio;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * What a whole ledger leaves of one thing.
 *
 * @param kind cash or units of an instrument
 * @param unit the code of the currency, or the symbol
 * @param amount how much there is; negative when it is owed
 */
public record Balance(Kind kind, String unit, BigDecimal amount) {

    /** What there can be a balance of. */
    public enum Kind {
        /** Money in one currency. */
        CASH,
        /** Units of one instrument. */
        UNITS;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** The name in JSON. */
        public String code() {
            return code;
        }
    }

    /** Refuses missing parts; equal amounts have one form. */
    public Balance {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
}
