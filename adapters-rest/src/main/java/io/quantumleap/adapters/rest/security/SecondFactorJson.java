package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.secondfactor.OwnSecondFactor;

/** Whether the caller has a second factor. */
public record SecondFactorJson(boolean active, int recoveryCodesLeft) {

    static SecondFactorJson of(OwnSecondFactor.State state) {
        return new SecondFactorJson(state.active(), state.recoveryCodesLeft());
    }
}
