package io.quantumleap.analytics.attribution;

import io.quantumleap.analytics.measure.CompensatedSum;
import java.util.List;

/** Adds effects, each kind with a compensated sum. */
final class EffectsSum {

    private final CompensatedSum allocation = new CompensatedSum();
    private final CompensatedSum selection = new CompensatedSum();
    private final CompensatedSum interaction = new CompensatedSum();

    static Effects of(List<Effects> effects) {
        EffectsSum sum = new EffectsSum();
        effects.forEach(sum::add);
        return sum.value();
    }

    void add(Effects effects) {
        allocation.add(effects.allocation());
        selection.add(effects.selection());
        interaction.add(effects.interaction());
    }

    Effects value() {
        return new Effects(allocation.value(), selection.value(), interaction.value());
    }
}
