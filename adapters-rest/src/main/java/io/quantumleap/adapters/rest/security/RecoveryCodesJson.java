package io.quantumleap.adapters.rest.security;

import java.util.List;

/** The recovery codes, which are shown once. */
public record RecoveryCodesJson(List<String> recoveryCodes) {

    @Override
    public String toString() {
        return "RecoveryCodesJson[not shown]";
    }
}
