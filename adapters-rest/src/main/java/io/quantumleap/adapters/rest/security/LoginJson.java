package io.quantumleap.adapters.rest.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person types to sign in. */
public record LoginJson(
        @NotNull @Size(min = 1, max = 256) String username,
        @NotNull @Size(min = 1, max = 512) String password,
        @Nullable @Size(max = 64) String code) {

    @Override
    public String toString() {
        return "LoginJson[not shown]";
    }
}
