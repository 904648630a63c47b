package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of one day with what its reader is warned of.
 *
 * @param value the value
 * @param standIns the instruments that had no close yet, so that the price they were traded at stood in
 * @param inDebt whether the cash of any currency was negative
 */
public record ValuedDay(DailyValue value, Set<Symbol> standIns, boolean inDebt) {

    /** Copies the set. */
    public ValuedDay {
        Objects.requireNonNull(value, "value");
        standIns = Set.copyOf(new TreeSet<>(standIns));
    }
}
