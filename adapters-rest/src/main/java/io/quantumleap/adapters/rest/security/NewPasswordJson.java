package io.quantumleap.adapters.rest.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The old password and the new one. */
public record NewPasswordJson(
        @NotNull @Size(min = 1, max = 512) String currentPassword,
        @NotNull @Size(min = 1, max = 512) String newPassword) {

    @Override
    public String toString() {
        return "NewPasswordJson[not shown]";
    }
}
