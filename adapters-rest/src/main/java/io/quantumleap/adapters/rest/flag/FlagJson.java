package io.quantumleap.adapters.rest.flag;

import io.quantumleap.security.flag.Flag;
import io.quantumleap.security.flag.FlagState;

/** A flag and how it stands. */
public record FlagJson(String name, String kind, boolean on, int percentage, boolean standard, String meaning) {

    static FlagJson of(Flag flag, FlagState state) {
        return new FlagJson(
                flag.code(),
                flag.isProtection() ? "protection" : "feature",
                state.on(),
                state.percentage(),
                state.equals(flag.standard()),
                flag.meaning());
    }
}
