package io.quantumleap.adapters.rest.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The caller's password, once more before something that a stolen token must not be enough for. */
public record CurrentPasswordJson(
        @NotNull @Size(min = 1, max = 512) String currentPassword) {

    @Override
    public String toString() {
        return "CurrentPasswordJson[not shown]";
    }
}
