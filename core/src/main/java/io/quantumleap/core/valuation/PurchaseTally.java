package io.quantumleap.core.valuation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How many units of an instrument were bought between two days, asked often. */
final class PurchaseTally {

    private final List<LocalDate> days = new ArrayList<>();
    private final List<BigDecimal> unitsUntil = new ArrayList<>();

    /** Adds the next purchase, which is not before the last one. */
    void add(LocalDate day, BigDecimal units) {
        BigDecimal before = unitsUntil.isEmpty() ? BigDecimal.ZERO : unitsUntil.get(unitsUntil.size() - 1);
        days.add(day);
        unitsUntil.add(before.add(units));
    }

    /** The units bought from the first day to the last, both included. */
    BigDecimal between(LocalDate first, LocalDate last) {
        return before(last.plusDays(1)).subtract(before(first));
    }

    private BigDecimal before(LocalDate day) {
        int low = 0;
        int high = days.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days.get(middle).isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? BigDecimal.ZERO : unitsUntil.get(low - 1);
    }
}
