package io.quantumleap.architecture;

import java.util.List;
import java.util.stream.Stream;

/** All rules of the house. */
public final class HouseRules {

    private HouseRules() {}

    /** Every rule, layers first. */
    public static List<HouseRule> all() {
        return Stream.of(LayerRules.all(), PurityRules.all(), MoneyRules.all(), NamingRules.all(), ModuleRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
